# Which figures of which survey, read as the codebooks beside this file say.

# ECSI, mobile phones: the published standardised alphas are .7228, .4519, .8236, .7792.
mobi <- read("ecsi/mobi.csv")
blocks <- list(image = paste0("IMAG", 1:5), expectations = paste0("CUEX", 1:3), quality = paste0("PERQ", 1:7),
  value = paste0("PERV", 1:2), satisfaction = paste0("CUSA", 1:3), loyalty = paste0("CUSL", 1:3))
means <- sapply(blocks, function(b) row_means(answers(mobi, b, 1, 10)))
for (name in names(blocks)) {
  m <- answers(mobi, blocks[[name]], 1, 10)
  reliability("mobi", name, m, blocks[[name]])
  perception("dimension", "mobi", "dimension", name, means[, name])
  for (item in blocks[[name]]) perception("item", "mobi", "item", item, mobi[[item]])
}
f <- t_figures(mobi$CUSCO, "mean.")
put("outcome", "mobi", "outcome", "complaints", 250, mean = mean(mobi$CUSCO), sd = sd(mobi$CUSCO), f[c("mean.ci.low", "mean.ci.high")])
driver("mobi", "complaints", mobi$CUSCO, means, names(blocks))

# ECSI, a bank.
bank <- read("ecsi/satisfaction.csv")
blocks <- list(image = paste0("imag", 1:5), expectations = paste0("expe", 1:5), quality = paste0("qual", 1:5),
  value = paste0("val", 1:4))
means <- sapply(blocks, function(b) row_means(answers(bank, b, 0, 10)))
for (name in names(blocks)) {
  reliability("bank", name, answers(bank, blocks[[name]], 0, 10), blocks[[name]])
  segment("bank", "gender", name, means[, name], bank$gender)
}
for (item in c("imag1", "qual2", "val4")) segment("bank", "gender", item, bank[[item]], bank$gender)
driver("bank", "satisfaction", bank$sat1, means, names(blocks))

# Oddjob Airways: 23 pairs on 1 to 100; respondents are rows.
oddjob <- read("oddjob-airways/airlinesat.csv")
n <- nrow(oddjob); buckets <- bucket(seq_len(n)); half <- ifelse(seq_len(n) <= 532, "2016", "2017")
dimensions <- list(reliability = 1:4, empathy = c(5:9, 21:23), tangibles = c(10:13, 15:16), responsiveness = 14,
  assurance = 17:20)
e <- answers(oddjob, paste0("e", 1:23), 1, 100); s <- answers(oddjob, paste0("s", 1:23), 1, 100)
stopifnot(identical(is.na(unname(e)), is.na(unname(s))))
score <- oddjob$nps - 1; net <- 100 * ((score >= 9) - (score <= 6)); segments <- c(class = "flight_class", status = "status")

columns_of("oddjob", oddjob, paste0(c("e", "s"), rep(c(1, 3, 23), each = 2)), 1, 100)
for (i in 1:23) {
  keep <- !is.na(s[, i])
  gap("item", "oddjob", "item", paste0("s", i), e[keep, i], s[keep, i], signed_rank = TRUE)
  perception("item", "oddjob", "item", paste0("s", i), s[, i])
}
sets <- c(dimensions, list(all = 1:23))
for (name in names(sets)) {
  i <- sets[[name]]; x <- row_means(e[, i, drop = FALSE]); y <- row_means(s[, i, drop = FALSE]); keep <- !is.na(y)
  d <- row_means((s - e)[, i, drop = FALSE])
  short <- row_means(pmax(e - s, 0)[, i, drop = FALSE]) / 99; kind <- if (name == "all") "overall" else "dimension"
  gap(kind, "oddjob", kind, name, x[keep], y[keep]); perception(kind, "oddjob", kind, name, y)
  put("jackknife", "oddjob", kind, name, sum(keep),
    shortfall.f1.se.jackknife = jackknife(buckets[keep], function(on) mean(short[keep][on])))
  if (length(i) > 1 && name != "all") {
    ids <- paste0("s", i)
    reliability("oddjob", name, s[, i], ids, buckets)
    reliability("oddjob", paste0(name, ":expectation"), e[, i], NULL, buckets)
    reliability("oddjob", paste0(name, ":gap"), (s - e)[, i], NULL, buckets)
  }
  # As a measure, the whole survey is called overall.
  measure <- if (name == "all") "overall" else name
  for (id in names(segments)) {
    group <- oddjob[[segments[[id]]]]
    segment("oddjob", id, measure, y, group); parity("oddjob", id, measure, y, group, 99 / 20)
    segment("oddjob", id, paste0(measure, ":gap"), d, group); parity("oddjob", id, paste0(measure, ":gap"), d, group, 99 / 20)
  }
  change("oddjob-waves", measure, y, half, "2016", "2017"); change("oddjob-waves", paste0(measure, ":gap"), d, half, "2016", "2017")
  put("change", "oddjob-waves", "change", paste0(measure, ":gap"), NA, wave = "2016>2017",
    delta.perception = mean(y[half == "2017"], na.rm = TRUE) - mean(y[half == "2016"], na.rm = TRUE),
    delta.expectation = mean(x[half == "2017"], na.rm = TRUE) - mean(x[half == "2016"], na.rm = TRUE))
}
for (i in c(1, 3, 14, 23)) {
  item <- paste0("s", i)
  for (id in names(segments)) {
    group <- oddjob[[segments[[id]]]]
    segment("oddjob", id, item, s[, i], group); parity("oddjob", id, item, s[, i], group, 99 / 20)
  }
  change("oddjob-waves", item, s[, i], half, "2016", "2017")
  change("oddjob-waves", paste0(item, ":gap"), (s - e)[, i], half, "2016", "2017")
}
for (id in names(segments)) {
  group <- oddjob[[segments[[id]]]]
  segment("oddjob", id, "nps", net, group, ranks = score); parity("oddjob", id, "nps", net, group, ranks = score)
  segment("oddjob", id, "overall-satisfaction", oddjob$overall_sat, group)
  parity("oddjob", id, "overall-satisfaction", oddjob$overall_sat, group, 6 / 20)
}
change("oddjob-waves", "overall-satisfaction", oddjob$overall_sat, half, "2016", "2017")
means <- sapply(dimensions, function(i) row_means(s[, i, drop = FALSE]))
driver("oddjob", "overall-satisfaction", oddjob$overall_sat, means, names(dimensions), buckets)

net_promoter <- function(x, slice) {
  k <- length(x); up <- sum(x >= 9); down <- sum(x <= 6); p <- (up + 0.75) / (k + 3); d <- (down + 0.75) / (k + 3)
  margin <- qnorm(0.975) * sqrt((p + d - (p - d)^2) / (k + 3)); own <- (up - down) / k
  put("outcome", "oddjob", "outcome", "nps", k, nps = 100 * own, nps.se = 100 * sqrt(((up + down) / k - own^2) / k),
    nps.ci.low = 100 * (p - d - margin), nps.ci.high = 100 * (p - d + margin), promoters = up, passives = k - up - down,
    detractors = down, slice = slice)
  }
net_promoter(score, "all")
for (id in names(segments)) {
  for (level in unique(oddjob[[segments[[id]]]])) net_promoter(score[oddjob[[segments[[id]]]] == level], paste0(id, "=", level))
}

# Oddjob Airways, weighted by flights.
w <- oddjob$nflights; weights_of("oddjob-weights", w)
for (i in 1:4) {
  weighted("oddjob-weights", "item", paste0("s", i), s[, i], w, "perception")
  weighted("oddjob-weights", "item", paste0("s", i), (s - e)[, i], w, "gap")
}
weighted("oddjob-weights", "outcome", "overall-satisfaction", oddjob$overall_sat, w, "mean")
put("weights", "oddjob-weights", "outcome", "nps", n, nps.weighted = sum(w * net) / sum(w))

# The same in two waves, as findings go by it: everyone, segments against the rest, and what changed.
judged <- list(reliability = 1:4, s1 = 1, s3 = 3)
for (name in names(judged)) {
  i <- judged[[name]]; kind <- if (name == "reliability") "dimension" else "item"
  value <- row_means(s[, i, drop = FALSE]); d <- row_means((s - e)[, i, drop = FALSE])
  short <- row_means(pmax(e - s, 0)[, i, drop = FALSE]); over <- row_means(pmax(s - e, 0)[, i, drop = FALSE])
  for (wave in c("2016", "2017")) {
    own <- half == wave
    weighted_gate("oddjob-judged", kind, name, d[own], short[own], over[own], 99, w[own], wave)
    blue <- own & oddjob$status == "Blue"
    weighted_gate("oddjob-judged", kind, name, d[blue], short[blue], over[blue], 99, w[blue], wave, "status=Blue")
    for (level in c("Blue", "Gold", "Silver")) {
      x <- own & oddjob$status == level; y <- own & oddjob$status != level
      weighted_difference("weights", "oddjob-judged", "parity", paste0("status/", name), value[x], w[x], value[y], w[y],
        99 / 20, wave = wave, slice = paste0("status=", level))
    }
  }
  then <- half == "2016"; now <- half == "2017"
  weighted_difference("weights", "oddjob-judged", "change", name, value[now], w[now], value[then], w[then], wave = "2016>2017")
  weighted_difference("weights", "oddjob-judged", "change", paste0(name, ":gap"), d[now], w[now], d[then], w[then],
    wave = "2016>2017")
  then <- then & oddjob$flight_class == "Economy"; now <- now & oddjob$flight_class == "Economy"
  weighted_difference("weights", "oddjob-judged", "change", name, value[now], w[now], value[then], w[then],
    wave = "2016>2017", slice = "class=Economy")
}
then <- half == "2016"; now <- half == "2017"
weighted_difference("weights", "oddjob-judged", "change", "nps", net[now], w[now], net[then], w[then], wave = "2016>2017")
weighted_difference("weights", "oddjob-judged", "parity", "class/overall-satisfaction", oddjob$overall_sat[now & oddjob$flight_class == "Economy"],
  w[now & oddjob$flight_class == "Economy"], oddjob$overall_sat[now & oddjob$flight_class != "Economy"],
  w[now & oddjob$flight_class != "Economy"], 6 / 20, wave = "2017", slice = "class=Economy")

# ABC: 0 does not apply.
abc <- read("abc-acss/ABC.csv")
blocks <- list(equipment = paste0("q", c(6:9, 11)), sales = paste0("q", 12:17)); buckets <- bucket(abc$ID)
columns_of("abc", abc, unlist(blocks), 1, 5, 0)
for (name in names(blocks)) {
  m <- answers(abc, blocks[[name]], 1, 5)
  reliability("abc", name, m, blocks[[name]], buckets)
  value <- row_means(m)
  perception("dimension", "abc", "dimension", name, value)
  unit("abc", name, value, abc$country, buckets)
  segment("abc", "country", name, value, abc$country); parity("abc", "country", name, value, abc$country, 4 / 20)
  for (item in blocks[[name]]) {
    perception("item", "abc", "item", item, m[, item], levels = 5, high = 5)
    unit("abc", item, m[, item], abc$country, buckets, is_item = TRUE)
    segment("abc", "country", item, m[, item], abc$country)
  }
}
unit("abc", "satisfaction", abc$q1, abc$country, buckets); unit("abc", "recommend", abc$q4, abc$country, buckets)
for (name in c("satisfaction", "recommend")) {
  y <- abc[[c(satisfaction = "q1", recommend = "q4")[[name]]]]; v <- y[!is.na(y)]; f <- t_figures(v, "mean.")
  k <- sum(v >= 4); bounds <- wilson(k, length(v))
  put("outcome", "abc", "outcome", name, length(v), mean = mean(v), sd = sd(v), f[c("mean.ci.low", "mean.ci.high")],
    top2.share = k / length(v), top2.ci.low = bounds[1], top2.ci.high = bounds[2])
  x <- answers(abc, unlist(blocks), 1, 5)
  driver("abc-drivers", name, y, x, unlist(blocks), buckets)
}

# Airline passengers: 0 does not apply.
airline <- read("airline-passenger/test.csv")
items <- c(wifi = "Inflight wifi service", times = "Departure/Arrival time convenient", booking = "Ease of Online booking",
  gate = "Gate location", food = "Food and drink", boarding = "Online boarding", seat = "Seat comfort",
  entertainment = "Inflight entertainment", `on-board` = "On-board service", legroom = "Leg room service",
  baggage = "Baggage handling", checkin = "Checkin service", inflight = "Inflight service", cleanliness = "Cleanliness")
dimensions <- list(tangibles = c("wifi", "gate", "food", "seat", "entertainment", "legroom", "cleanliness"),
  reliability = c("times", "baggage"), responsiveness = c("booking", "boarding", "checkin"), empathy = c("on-board", "inflight"))
m <- answers(airline, items, 1, 5); colnames(m) <- names(items); buckets <- bucket(airline$id)
columns_of("airline", airline, unname(items), 1, 5, 0)
for (id in names(items)) {
  perception("item", "airline", "item", id, m[, id], levels = 5, high = 5)
  for (name in c("Class", "Customer Type")) {
    short <- if (name == "Class") "class" else "loyalty"
    segment("airline", short, id, m[, id], airline[[name]])
  }
  parity("airline", "class", id, m[, id], airline$Class, 4 / 20)
}
for (name in names(dimensions)) {
  part <- m[, dimensions[[name]]]; value <- row_means(part)
  perception("dimension", "airline", "dimension", name, value)
  reliability("airline", name, part, dimensions[[name]], buckets)
  segment("airline", "class", name, value, airline$Class); parity("airline", "class", name, value, airline$Class, 4 / 20)
}
value <- row_means(m)
perception("overall", "airline", "overall", "all", value)
segment("airline", "class", "overall", value, airline$Class); parity("airline", "class", "overall", value, airline$Class, 4 / 20)
for (level in c("Eco", "Eco Plus", "Business")) cmh("airline", "class", level, m, airline$Class, 5)
# Ages by the means of two sets of questions, as if ages were places and one set were asked of staff.
spearman("airline-staff", m[, c("legroom", "cleanliness", "boarding")], m[, c("seat", "food", "checkin")], airline$Age, "tangibles")
yes <- airline$satisfaction == "satisfied"; bounds <- wilson(sum(yes), length(yes))
put("outcome", "airline", "outcome", "satisfied", length(yes), share = mean(yes), share.ci.low = bounds[1], share.ci.high = bounds[2])
for (name in c("satisfaction", "recommend")) {
  contrast("abc-contrast", name, abc[[c(satisfaction = "q1", recommend = "q4")[[name]]]],
    answers(abc, paste0("q", 12:16), 1, 5), paste0("q", 12:16), 1, 5)
}

# The same, weighted to declared shares; weights have mean 1.
design <- svydesign(ids = ~1, data = data.frame(class = airline$Class, loyalty = airline$`Customer Type`), weights = rep(1, nrow(airline)))
by_class <- data.frame(class = c("Eco", "Eco Plus", "Business"), Freq = c(0.55, 0.09, 0.36) * nrow(airline))
by_loyalty <- data.frame(loyalty = c("Loyal Customer", "disloyal Customer"), Freq = c(0.7, 0.3) * nrow(airline))
raked <- rake(design, list(~class, ~loyalty), list(by_class, by_loyalty), control = list(maxit = 500, epsilon = 1e-13))
strata <- postStratify(design, ~class, by_class)
for (case in list(list("airline-raked", weights(raked)), list("airline-strata", weights(strata)))) {
  w <- case[[2]]; stopifnot(w >= 0.3, w <= 3)
  weights_of(case[[1]], w, "raking")
  values <- list(list("item", "wifi", m[, "wifi"]), list("item", "seat", m[, "seat"]),
    list("item", "checkin", m[, "checkin"]), list("dimension", "tangibles", row_means(m[, c("wifi", "seat")])),
    list("overall", "all", row_means(m[, c("wifi", "seat", "checkin")])))
  for (v in values) {
    if (case[[1]] == "airline-raked") weighted(case[[1]], v[[1]], v[[2]], v[[3]], w, "perception", "raking")
    else stratified(case[[1]], v[[1]], v[[2]], v[[3]], w, airline$Class, "perception")
  }
  # Wilson's interval at the effective number of answers.
  n_eff <- sum(w)^2 / sum(w^2); p <- sum(w * yes) / sum(w); z <- qnorm(0.975)
  centre <- (p + z^2 / (2 * n_eff)) / (1 + z^2 / n_eff)
  half <- z * sqrt(p * (1 - p) / n_eff + z^2 / (4 * n_eff^2)) / (1 + z^2 / n_eff)
  put("raking", case[[1]], "outcome", "satisfied", length(w), share.weighted = p, share.ci.low.weighted = centre - half,
    share.ci.high.weighted = centre + half)
  if (case[[1]] == "airline-raked") {
    one <- svymean(~value, svydesign(ids = ~1, weights = ~w, data = data.frame(value = yes + 0, w)))
    put("raking", case[[1]], "outcome", "satisfied", length(w), share.se.weighted = as.numeric(SE(one)))
  }
}
# Oddjob Airways, weighted to declared shares of class and of status.
design <- svydesign(ids = ~1, data = data.frame(class = oddjob$flight_class, status = oddjob$status), weights = rep(1, nrow(oddjob)))
by_class <- data.frame(class = c("Business", "Economy", "First"), Freq = c(0.2, 0.78, 0.02) * nrow(oddjob))
by_status <- data.frame(status = c("Blue", "Gold", "Silver"), Freq = c(0.7, 0.1, 0.2) * nrow(oddjob))
print_levels <- list(sort(unique(oddjob$flight_class)), sort(unique(oddjob$status)))
stopifnot(identical(print_levels[[1]], by_class$class), identical(print_levels[[2]], by_status$status))
w <- weights(rake(design, list(~class, ~status), list(by_class, by_status), control = list(maxit = 500, epsilon = 1e-13)))
stopifnot(w >= 0.3, w <= 3); weights_of("oddjob-raked", w, "raking")
for (i in c(1, 3)) {
  weighted("oddjob-raked", "item", paste0("s", i), s[, i], w, "perception", "raking")
  weighted("oddjob-raked", "item", paste0("s", i), (s - e)[, i], w, "gap", "raking")
}
weighted("oddjob-raked", "dimension", "reliability", row_means((s - e)[, 1:4]), w, "gap", "raking")
weighted("oddjob-raked", "dimension", "reliability", row_means(s[, 1:4]), w, "perception", "raking")
weighted("oddjob-raked", "outcome", "overall-satisfaction", oddjob$overall_sat, w, "mean", "raking")
net_error <- SE(svymean(~value, svydesign(ids = ~1, weights = ~w, data = data.frame(value = net, w))))
put("raking", "oddjob-raked", "outcome", "nps", n, nps.weighted = sum(w * net) / sum(w), nps.se.weighted = as.numeric(net_error))
for (level in c("Blue", "Gold", "Silver")) {
  own <- oddjob$status == level; value <- row_means(s[, 1:4])
  weighted_difference("raking", "oddjob-raked", "parity", "status/reliability", value[own], w[own], value[!own], w[!own],
    slice = paste0("status=", level))
  level_mean <- weighted_sample(value[own], w[own])
  put("raking", "oddjob-raked", "dimension", "reliability", level_mean$n, perception.mean.weighted = level_mean$mean,
    perception.se.weighted = level_mean$se, slice = paste0("status=", level))
}
