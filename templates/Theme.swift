/// Placeholder until the theme lands.
