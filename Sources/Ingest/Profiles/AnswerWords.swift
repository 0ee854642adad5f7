/// Words that stand on a scale, or for no answer, in the languages that surveys here are mostly asked in.
///
/// One scale a line, from the lowest level up; `<` stands between levels, `|` between ways to say one. Where several scales
/// hold all answers of a block the fullest used one is taken, so variants with and without a middle stand side by side.
enum AnswerWords {
  static let scales: [[[String]]] = table.split(separator: "\n").map { line in
    line.split(separator: "<").map { level in level.split(separator: "|").map { Self.folded(String($0)) } }
  }

  /// What stands for "asked, but does not apply", and for no answer.
  static let notApplicable: Set<String> = Set(
    """
    n/a|na|n.a.|not applicable|does not apply|doesn't apply|do not apply|not relevant|no basis for evaluation|no experience
    don't know|do not know|dont know|dk|don't know / not applicable|no opinion|can't say|cannot say|unsure|not sure
    nicht zutreffend|entfällt|weiß nicht|weiss nicht|kann ich nicht beurteilen|keine erfahrung
    sans objet|ne s'applique pas|non applicable|ne sait pas|ne sais pas|je ne sais pas|sans opinion
    no aplica|no sabe|no lo sé|ns/nc|sin opinión
    """.split { $0 == "|" || $0 == "\n" }.map { folded(String($0)) })

  static let missing: Set<String> = Set(
    """
    -|--|.|?|null|nan|missing|no answer|no response|not answered|refused|prefer not to say|prefer not to answer|rather not say
    keine angabe|k.a.|k. a.|keine antwort|pas de réponse|sans réponse|sin respuesta|no contesta|not asked|#n/a
    """.split { $0 == "|" || $0 == "\n" }.map { folded(String($0)) })

  /// Pairs of no and yes.
  static let yesNo: [(no: String, yes: String)] = [
    ("no", "yes"), ("nein", "ja"), ("non", "oui"), ("no", "sí"), ("no", "si"), ("false", "true"), ("n", "y"),
    ("0", "1"),
    ("nee", "ja"), ("não", "sim"), ("unchecked", "checked"), ("not selected", "selected"),
  ]

  /// Lower case, without the marks and doubled endings (`satisfait(e)`, `satisfecho/a`) that make no difference.
  static func folded(_ text: String) -> String {
    var folded = text.lowercased().trimmingBlanks
    for ending in ["(e)", "(s)", "/a", "(a)", "/e", ".", "!"] where folded.hasSuffix(ending) && folded.count > 4 {
      folded = String(folded.dropLast(ending.count))
    }
    return String(folded.map { $0 == "’" ? "'" : $0 == "–" ? "-" : $0 == "\u{a0}" ? " " : $0 })
  }

  private static let table = """
    very dissatisfied|extremely dissatisfied|completely dissatisfied<dissatisfied|somewhat dissatisfied|unsatisfied|rather dissatisfied|moderately dissatisfied<neutral|neither|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied<satisfied|somewhat satisfied|rather satisfied|moderately satisfied<very satisfied|extremely satisfied|completely satisfied
    very dissatisfied|extremely dissatisfied<dissatisfied|somewhat dissatisfied|unsatisfied<satisfied|somewhat satisfied<very satisfied|extremely satisfied
    extremely dissatisfied<very dissatisfied|moderately dissatisfied|dissatisfied<somewhat dissatisfied|slightly dissatisfied<neutral|neither satisfied nor dissatisfied<somewhat satisfied|slightly satisfied<very satisfied|moderately satisfied|satisfied<extremely satisfied
    very unsatisfied<unsatisfied|somewhat unsatisfied<neutral|neither satisfied nor unsatisfied|neither<satisfied|somewhat satisfied<very satisfied
    not at all satisfied<slightly satisfied|not very satisfied|not so satisfied<moderately satisfied|somewhat satisfied<very satisfied|satisfied<extremely satisfied|completely satisfied
    strongly disagree|completely disagree|totally disagree|fully disagree<disagree|somewhat disagree|tend to disagree|rather disagree<neutral|neither agree nor disagree|neither|undecided|neither disagree nor agree<agree|somewhat agree|tend to agree|rather agree<strongly agree|completely agree|totally agree|fully agree
    strongly disagree|completely disagree|fully disagree<disagree|somewhat disagree|tend to disagree<agree|somewhat agree|tend to agree<strongly agree|completely agree|fully agree
    strongly disagree<disagree|moderately disagree<somewhat disagree|slightly disagree<neutral|neither agree nor disagree<somewhat agree|slightly agree<agree|moderately agree<strongly agree
    poor<fair<good
    poor<fair<good<excellent|very good
    poor<fair<good<very good<excellent
    very poor|terrible|awful<poor<fair|average|ok|okay|neutral|acceptable<good<very good|excellent
    poor<below average<average<above average|good<excellent
    very bad|terrible|awful<bad<neutral|average|ok|okay|neither good nor bad|fair<good<very good|excellent|great
    bad<ok|okay|average|neutral|fair<good
    unacceptable<poor<acceptable|fair<good<excellent
    never<rarely|seldom|hardly ever<sometimes|occasionally<often|frequently|usually|most of the time<always|very often|every time
    never<rarely|seldom<sometimes|occasionally<often|frequently
    never<occasionally|sometimes|rarely<frequently|often|always
    very unlikely|extremely unlikely|not at all likely<unlikely|somewhat unlikely|not so likely|slightly likely<neutral|neither likely nor unlikely|somewhat likely|moderately likely|undecided<likely|very likely<very likely|extremely likely
    very unlikely|extremely unlikely<unlikely|somewhat unlikely<neutral|neither likely nor unlikely|undecided<likely|somewhat likely<very likely|extremely likely
    very unlikely<unlikely|somewhat unlikely<likely|somewhat likely<very likely
    very difficult|extremely difficult<difficult|somewhat difficult<neutral|neither easy nor difficult|neither<easy|somewhat easy<very easy|extremely easy
    very hard<hard<neutral|ok|neither easy nor hard<easy<very easy
    not at all easy<not so easy|slightly easy<somewhat easy|moderately easy<very easy<extremely easy
    not important|not important at all|unimportant|not at all important<slightly important|less important|of little importance|somewhat important|not so important<moderately important|neutral|somewhat important<important|very important|quite important<very important|extremely important|essential
    not important|unimportant<somewhat important|important<very important
    not relevant for me|not relevant|irrelevant<somewhat useful|useful<critical to me|critical|essential
    not useful|not at all useful<somewhat useful|slightly useful<useful|moderately useful<very useful<extremely useful|essential
    much worse|much worse than expected|far below expectations|far short of expectations<worse|worse than expected|below expectations|somewhat worse|short of expectations<about the same|same|as expected|the same|met expectations|unchanged|equals expectations|neutral<better|better than expected|above expectations|somewhat better|exceeds expectations|exceeded expectations<much better|much better than expected|far above expectations|far exceeds expectations|far exceeded expectations
    worse|worse than expected|below expectations<same|the same|about the same|as expected|unchanged|met expectations|no change<better|better than expected|above expectations|exceeded expectations
    very expensive<expensive<moderate|fair|reasonable|neutral<affordable|cheap|inexpensive<very affordable|very cheap|very inexpensive
    very expensive<expensive<affordable|cheap|inexpensive<very affordable|very cheap|very inexpensive
    not accessible|inaccessible|not at all accessible<somewhat accessible|moderately accessible<accessible<very accessible
    not accessible|inaccessible<accessible<very accessible
    not at all<slightly|a little|very little|not much|not really<somewhat|moderately|neutral<very|quite a bit|mostly|a lot|very much<extremely|completely|a great deal|totally
    sehr unzufrieden|völlig unzufrieden<unzufrieden|eher unzufrieden<neutral|teils/teils|teils teils|weder noch|weder zufrieden noch unzufrieden|mittelmäßig<zufrieden|eher zufrieden<sehr zufrieden|völlig zufrieden
    sehr unzufrieden<unzufrieden|eher unzufrieden<zufrieden|eher zufrieden<sehr zufrieden
    stimme gar nicht zu|stimme überhaupt nicht zu|stimme nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu|trifft nicht zu|lehne völlig ab<stimme eher nicht zu|stimme nicht zu|trifft eher nicht zu<neutral|teils/teils|teils teils|unentschieden|weder noch|stimme weder zu noch nicht zu|stimme teilweise zu|trifft teilweise zu<stimme eher zu|stimme zu|trifft eher zu<stimme voll zu|stimme voll und ganz zu|stimme vollständig zu|stimme völlig zu|trifft voll zu|trifft voll und ganz zu|trifft völlig zu|trifft zu
    stimme gar nicht zu|stimme überhaupt nicht zu|stimme nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu|trifft nicht zu<stimme eher nicht zu|trifft eher nicht zu<stimme eher zu|trifft eher zu<stimme voll zu|stimme voll und ganz zu|stimme vollständig zu|stimme völlig zu|trifft voll zu|trifft voll und ganz zu|trifft zu|stimme zu
    gar nicht|nie|niemals<selten|sehr selten<eher selten|gelegentlich|manchmal<eher häufig|häufig|oft<sehr häufig|sehr oft|immer
    nie|niemals|gar nicht<selten<manchmal|gelegentlich|teils/teils<oft|häufig|meistens<immer|sehr oft|sehr häufig
    sehr schlecht<schlecht|eher schlecht<mittelmäßig|mittel|befriedigend|teils/teils|neutral|weder noch|durchschnittlich|ausreichend<gut|eher gut<sehr gut|ausgezeichnet|hervorragend
    mangelhaft|schlecht<ausreichend<befriedigend|mittel<gut<sehr gut
    sehr unwahrscheinlich<unwahrscheinlich|eher unwahrscheinlich<neutral|vielleicht|weder noch|teils/teils<wahrscheinlich|eher wahrscheinlich<sehr wahrscheinlich
    unwichtig|gar nicht wichtig|überhaupt nicht wichtig|sehr unwichtig<weniger wichtig|eher unwichtig<teils/teils|neutral|mittel<wichtig|eher wichtig<sehr wichtig|äußerst wichtig
    sehr schwierig|sehr schwer<schwierig|schwer|eher schwierig|eher schwer<neutral|weder noch|teils/teils<einfach|leicht|eher einfach|eher leicht<sehr einfach|sehr leicht
    très insatisfait|très insatisfaite|pas du tout satisfait|pas du tout satisfaite<insatisfait|insatisfaite|plutôt insatisfait|plutôt insatisfaite|pas satisfait|peu satisfait|peu satisfaite<neutre|ni satisfait ni insatisfait|ni satisfaite ni insatisfaite|moyennement satisfait<satisfait|satisfaite|plutôt satisfait|plutôt satisfaite<très satisfait|très satisfaite|tout à fait satisfait
    très insatisfait|très insatisfaite|pas du tout satisfait<insatisfait|insatisfaite|plutôt insatisfait|peu satisfait<satisfait|satisfaite|plutôt satisfait|plutôt satisfaite<très satisfait|très satisfaite|tout à fait satisfait
    pas du tout d'accord|tout à fait en désaccord|fortement en désaccord<pas d'accord|plutôt pas d'accord|en désaccord|plutôt en désaccord<neutre|ni d'accord ni pas d'accord|ni en accord ni en désaccord|sans avis<d'accord|plutôt d'accord|en accord<tout à fait d'accord|totalement d'accord|fortement d'accord
    pas du tout d'accord<pas d'accord|plutôt pas d'accord<d'accord|plutôt d'accord<tout à fait d'accord|totalement d'accord
    jamais<rarement<parfois|quelquefois|de temps en temps<souvent|fréquemment<toujours|très souvent
    très mauvais|très mauvaise<mauvais|mauvaise<moyen|moyenne|passable|correct<bon|bonne<très bon|très bonne|excellent|excellente
    muy insatisfecho|muy insatisfecha|nada satisfecho|nada satisfecha<insatisfecho|insatisfecha|poco satisfecho|poco satisfecha<neutral|ni satisfecho ni insatisfecho|indiferente|regular<satisfecho|satisfecha<muy satisfecho|muy satisfecha
    totalmente en desacuerdo|muy en desacuerdo<en desacuerdo|algo en desacuerdo<neutral|ni de acuerdo ni en desacuerdo|indiferente<de acuerdo|algo de acuerdo<totalmente de acuerdo|muy de acuerdo
    nunca<rara vez|raramente|casi nunca<a veces|algunas veces|ocasionalmente<a menudo|frecuentemente|con frecuencia|casi siempre<siempre|muy a menudo
    muy malo|muy mala|pésimo<malo|mala<regular|aceptable<bueno|buena<muy bueno|muy buena|excelente
    """
}
