# How R computes each group of figures. Definitions are those of the methodology; where R or one of its packages has the
# same one, it is used. Nothing here is taken from cxaudit.
suppressPackageStartupMessages({
  library(psych); library(coin); library(car); library(survey)
})
options(digits = 17, warn = 2)
rows <- list()

# Writes figures: names of `...` are statistics.
put <- function(group, data, kind, subject, .rows, ..., wave = "", slice = "all") {
  values <- c(...)
  for (name in names(values)) {
    stopifnot(is.finite(values[[name]]))
    rows[[length(rows) + 1]] <<- sprintf(
      "%s,%s,%s,%s,%s,%s,%s,%.17g,%s", group, data, wave, slice, kind, subject, gsub("_", "-", name), values[[name]],
      if (is.na(.rows)) "" else sprintf("%d", as.integer(.rows)))
  }
}

# ---- Rows ----------------------------------------------------------------------------------------------------------

read <- function(path) read.csv(file.path(data_folder, path), check.names = FALSE, stringsAsFactors = FALSE)
# Answers on a scale; what lies outside does not apply.
answers <- function(frame, columns, low, high) {
  m <- as.matrix(frame[, columns, drop = FALSE]); storage.mode(m) <- "double"
  m[!is.na(m) & (m < low | m > high)] <- NA
  m
}
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
lcm_to <- function(m) Reduce(function(a, b) a * b / gcd(a, b), seq_len(m))
# A set's value of each row: mean over the answered columns, if at least half are; NA elsewhere. One division of whole
# numbers, so that equal means are equal doubles.
row_means <- function(m) {
  count <- rowSums(!is.na(m)); l <- lcm_to(ncol(m))
  enough <- count > 0 & 2 * count >= ncol(m)
  ifelse(enough, rowSums(m, na.rm = TRUE) * (l / pmax(count, 1)) / l, NA)
}
# Bucket of the jackknife: first 8 hexadecimal digits of the MD5 of the respondent's id, modulo 20.
bucket <- function(ids) {
  file <- tempfile(); on.exit(unlink(file))
  vapply(as.character(ids), function(id) {
    writeBin(charToRaw(id), file)
    digest <- substr(unname(tools::md5sum(file)), 1, 8)
    (strtoi(substr(digest, 1, 4), 16) * 65536 + strtoi(substr(digest, 5, 8), 16)) %% 20
  }, 0, USE.NAMES = FALSE)
}
# Standard error by leaving out a bucket at a time; `statistic` takes the rows that stay. Empty buckets are left out.
jackknife <- function(buckets, statistic) {
  groups <- sort(unique(buckets)); g <- length(groups)
  whole <- statistic(rep(TRUE, length(buckets)))
  parts <- sapply(groups, function(b) statistic(buckets != b))
  parts <- matrix(parts, nrow = length(whole))
  sqrt((g - 1) / g * rowSums((parts - whole)^2))
}
wilson <- function(x, n) as.numeric(suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int)
t_figures <- function(x, prefix) {
  test <- t.test(x)
  out <- c(mean(x), sd(x), test$stderr, test$conf.int)
  setNames(out, paste0(prefix, c("mean", "sd", "se", "ci.low", "ci.high")))
}

# ---- Groups of figures ---------------------------------------------------------------------------------------------

columns_of <- function(data, frame, columns, low, high, not_applicable = numeric()) {
  for (column in columns) {
    v <- frame[[column]]
    blank <- is.na(v); na <- !blank & v %in% not_applicable
    valid <- !blank & !na & v >= low & v <= high
    put("column", data, "column", column, nrow(frame), rows = nrow(frame), valid = sum(valid), missing = sum(blank),
      `not-applicable` = sum(na), invalid = sum(!blank & !na & !valid))
  }
}

# Perceptions of an item or of a set's rows.
perception <- function(group, data, kind, subject, p, ..., levels = NA, high = NA) {
  p <- p[!is.na(p)]
  f <- t_figures(p, "perception.")
  put(group, data, kind, subject, length(p), f[names(f) != "perception.se"], ...)
  if (!is.na(levels) && levels <= 7) {
    k <- sum(p >= high - 1)
    put(group, data, kind, subject, length(p), top2.share = k / length(p),
      setNames(wilson(k, length(p)), c("top2.ci.low", "top2.ci.high")), ...)
  }
}

# Gaps of complete pairs.
gap <- function(group, data, kind, subject, e, p, signed_rank = FALSE, ...) {
  d <- p - e; n <- length(d); test <- t.test(d)
  put(group, data, kind, subject, n, expectation.mean = mean(e), expectation.sd = sd(e), t_figures(d, "gap."),
    gap.t = unname(test$statistic), gap.df = unname(test$parameter), gap.p = test$p.value, gap.dz = mean(d) / sd(d),
    gap.dav = mean(d) / ((sd(e) + sd(p)) / 2), ...)
  if (!signed_rank) return(invisible())
  ranked <- wilcoxsign_test(p ~ e, zero.method = "Pratt", distribution = asymptotic())
  z <- as.numeric(statistic(ranked, "standardized"))
  r <- rank(abs(d)); up <- sum(r[d > 0]); down <- sum(r[d < 0])
  put(group, data, kind, subject, n, gap.r = cor(e, p), gap.signed_rank.z = z, gap.signed_rank.p = 2 * pnorm(-abs(z)),
    gap.signed_rank.w_plus = up, gap.signed_rank.w_minus = down,
    gap.signed_rank.rank_biserial = (up - down) / (up + down), ...)
}

# Cronbach's α of a matrix and what belongs to it; `ids` are those of its items, NULL where only the set is asked for.
reliability <- function(data, subject, m, ids = NULL, buckets = NULL) {
  complete <- complete.cases(m); m <- m[complete, , drop = FALSE]; n <- nrow(m); k <- ncol(m)
  result <- suppressWarnings(suppressMessages(psych::alpha(as.data.frame(m), check.keys = FALSE, warnings = FALSE)))
  raw <- result$total$raw_alpha
  spread <- c(qf(0.975, n - 1, (n - 1) * (k - 1)), qf(0.025, n - 1, (n - 1) * (k - 1)))
  put("reliability", data, "dimension", subject, n, alpha = raw, alpha.standardised = result$total$std.alpha,
    average_r = result$total$average_r, alpha.ci.low = 1 - (1 - raw) * spread[1], alpha.ci.high = 1 - (1 - raw) * spread[2])
  for (i in seq_along(ids)) {
    put("reliability", data, "item", ids[i], n, item_rest_r = cor(m[, i], rowSums(m[, -i, drop = FALSE])))
    if (k > 2) put("reliability", data, "item", ids[i], n, alpha_without = result$alpha.drop$raw_alpha[i])
  }
  if (!is.null(buckets)) {
    se <- jackknife(buckets[complete], function(keep) {
      c <- cov(m[keep, ]); k / (k - 1) * (1 - sum(diag(c)) / sum(c))
    })
    put("jackknife", data, "dimension", subject, n, alpha.se = se)
  }
}

# ε² and Welch's ANOVA; `ranks` where the ranked values are others than the averaged ones.
segment <- function(data, name, measure, value, group, ranks = value) {
  force(ranks); keep <- !is.na(value); value <- value[keep]; ranks <- ranks[keep]; group <- factor(group[keep]); n <- length(value)
  kw <- kruskal.test(ranks, group); h <- unname(kw$statistic)
  welch <- oneway.test(value ~ group)
  put("segment", data, "segment", paste0(name, "/", measure), n, kruskal.h = h, kruskal.p = kw$p.value,
    kruskal.epsilon2 = h * (n + 1) / (n^2 - 1), welch.f = unname(welch$statistic),
    welch.df2 = unname(welch$parameter[2]), welch.p = welch$p.value)
}

cliff <- function(x, y) {
  n <- as.double(length(x)); m <- as.double(length(y))
  side <- function(a, b) { b <- sort(b); (findInterval(a, b, left.open = TRUE) - (length(b) - findInterval(a, b))) / length(b) }
  rows <- side(x, y); cols <- -side(y, x); delta <- mean(rows)
  same <- sum(findInterval(x, sort(y)) - findInterval(x, sort(y), left.open = TRUE))
  inner <- (n * m - same) - n * m * delta^2
  v <- (m^2 * sum((rows - delta)^2) + n^2 * sum((cols - delta)^2) - inner) / (n * m * (n - 1) * (m - 1))
  v <- max(v, (1 - delta^2) / (n * m - 1))
  q <- qt(0.975, n + m - 2)
  margin <- q * sqrt(v) * sqrt((1 - delta^2)^2 + q^2 * v); base <- delta - delta^3; low <- 1 - delta^2 + q^2 * v
  c(delta = delta, low = (base - margin) / low, high = (base + margin) / low)
}

# Each value of a segment against all others; `margin` of the equivalence test.
parity <- function(data, name, measure, value, group, margin = NA, ranks = value) {
  force(ranks); keep <- !is.na(value); value <- value[keep]; ranks <- ranks[keep]; group <- group[keep]
  for (level in sort(unique(group))) {
    x <- value[group == level]; y <- value[group != level]
    test <- t.test(x, y); d <- cliff(ranks[group == level], ranks[group != level])
    figures <- c(difference = mean(x) - mean(y), difference.ci.low = test$conf.int[1],
      difference.ci.high = test$conf.int[2], difference.p = test$p.value, cliff = d[["delta"]],
      cliff.ci.low = d[["low"]], cliff.ci.high = d[["high"]])
    if (!is.na(margin)) {
      figures["tost.p"] <- max(t.test(x, y, mu = -margin, alternative = "greater")$p.value,
        t.test(x, y, mu = margin, alternative = "less")$p.value)
    }
    put("parity", data, "parity", paste0(name, "/", measure), NA, figures, slice = paste0(name, "=", level))
  }
}

# Mantel–Haenszel over items: top two answers of one value of the segment against the others.
cmh <- function(data, name, level, m, group, high) {
  tables <- array(0, c(2, 2, ncol(m)))
  for (i in seq_len(ncol(m))) {
    v <- m[, i]; keep <- !is.na(v)
    tables[, , i] <- table(factor(group[keep] == level, c(TRUE, FALSE)), factor(v[keep] >= high - 1, c(TRUE, FALSE)))
  }
  test <- mantelhaen.test(tables, correct = FALSE)
  size <- apply(tables, c(1, 3), sum); total <- colSums(size); w <- size[1, ] * size[2, ] / total
  risk <- tables[1, 1, ] / size[1, ] - tables[2, 1, ] / size[2, ]
  # All answers together, whatever the item.
  whole <- apply(tables, c(1, 2), sum); raw <- whole[1, 1] / sum(whole[1, ]) - whole[2, 1] / sum(whole[2, ])
  put("cmh", data, "parity", paste0(name, "/overall"), sum(tables), cmh.raw_difference = raw,
    cmh.reversed = as.numeric(raw * sum(w * risk) < 0), slice = paste0(name, "=", level))
  put("cmh", data, "parity", paste0(name, "/overall"), sum(tables), cmh.chi2 = unname(test$statistic), cmh.p = test$p.value,
    cmh.odds_ratio = unname(test$estimate), cmh.risk_difference = sum(w * risk) / sum(w), slice = paste0(name, "=", level))
}

r_squared <- function(y, x) {
  if (ncol(x) == 0) return(0)
  1 - sum(.lm.fit(cbind(1, x), y)$residuals^2) / sum((y - mean(y))^2)
}
# LMG by its definition, over all subsets.
lmg <- function(y, x) {
  p <- ncol(x); sets <- 0:(2^p - 1)
  has <- function(set, j) bitwAnd(set, bitwShiftL(1L, j - 1L)) != 0
  r2 <- vapply(sets, function(set) r_squared(y, x[, has(set, seq_len(p)), drop = FALSE]), 0)
  size <- vapply(sets, function(set) sum(has(set, seq_len(p))), 0)
  vapply(seq_len(p), function(j) {
    without <- which(!has(sets, j)); s <- size[without]
    sum(factorial(s) * factorial(p - 1 - s) / factorial(p) * (r2[without + 2^(j - 1)] - r2[without]))
  }, 0)
}
driver <- function(data, outcome, y, x, names, buckets = NULL) {
  keep <- complete.cases(cbind(y, x)); y <- y[keep]; x <- x[keep, , drop = FALSE]; n <- length(y)
  stopifnot(n >= max(50, 10 * ncol(x)))
  shares <- lmg(y, x); fit <- lm(scale(y) ~ scale(x)); r2 <- summary(fit)$r.squared
  put("driver", data, "driver", outcome, n, r2 = r2, n = n)
  for (j in seq_along(names)) {
    put("driver", data, "driver", paste0(outcome, "~", names[j]), n, lmg = shares[j], lmg.share = shares[j] / r2,
      beta = unname(coef(fit)[j + 1]), r = cor(y, x[, j]))
  }
  # Drivers that explain little are neither ranked nor crossed.
  label <- quadrants(shares, colMeans(x)); crossed <- r2 >= 0.1
  if (crossed) for (j in seq_along(names)) put("driver", data, "driver", paste0(outcome, "~", names[j]), n, quadrant = label[j])
  if (is.null(buckets)) return(invisible())
  buckets <- buckets[keep]
  se <- jackknife(buckets, function(on) { s <- lmg(y[on], x[on, , drop = FALSE]); s / sum(s) })
  same <- sapply(sort(unique(buckets)), function(b) {
    on <- buckets != b; quadrants(lmg(y[on], x[on, , drop = FALSE]), colMeans(x[on, , drop = FALSE])) == label
  })
  for (j in seq_along(names)) {
    put("jackknife", data, "driver", paste0(outcome, "~", names[j]), n, lmg.share.se = se[j])
    if (crossed) put("jackknife", data, "driver", paste0(outcome, "~", names[j]), n, quadrant.stability = mean(same[j, ]))
  }
}
# Importance against performance, methodology 3.1, crossed at the means: 1 concentrate here, 2 keep up, 3 low priority, 4 overkill.
quadrants <- function(importance, performance) {
  important <- importance >= mean(importance); good <- performance >= mean(performance)
  unname(ifelse(important, ifelse(good, 2, 1), ifelse(good, 4, 3)))
}
# Penalty and reward: low is the two lowest answers, high the two highest, the middle is the reference.
contrast <- function(data, outcome, y, x, names, low, high) {
  keep <- complete.cases(cbind(y, x)); y <- y[keep]; x <- x[keep, , drop = FALSE]; n <- length(y)
  is_low <- x <= low + 1; is_high <- x >= high - 1
  stopifnot(colSums(is_low) >= max(15, 0.05 * n), colSums(is_high) >= max(15, 0.05 * n))
  k <- ncol(x); design <- cbind(is_low, is_high) + 0
  fit <- summary(lm(y ~ design))$coefficients
  for (j in seq_along(names)) {
    b <- fit[1 + j, ]; a <- fit[1 + k + j, ]
    penalty <- abs(min(b[[1]], 0)); reward <- max(a[[1]], 0)
    put("contrast", data, "driver", paste0(outcome, "~", names[j]), n, penalty = b[[1]], penalty.se = b[[2]],
      reward = a[[1]], reward.se = a[[2]], impact_asymmetry = (reward - penalty) / (reward + penalty))
  }
}

icc1 <- function(value, unit) {
  k <- nlevels(unit); n <- length(value); sizes <- tabulate(unit)
  table <- anova(lm(value ~ unit)); between <- table[1, 3]; within <- table[2, 3]
  n0 <- (n - sum(sizes^2) / n) / (k - 1); v <- (between - within) / n0
  c(icc1 = v / (v + within), ms_between = between, ms_within = within, n0 = n0, var_between = v, f = table[1, 4],
    p = table[1, 5], reliability = (between - within) / between)
}
unit <- function(data, measure, value, unit, buckets = NULL, is_item = FALSE) {
  keep <- !is.na(value); value <- value[keep]; unit <- factor(unit[keep]); n <- length(value)
  brown <- leveneTest(value, unit, center = median)
  put("unit", data, "unit", measure, n, icc1(value, unit), brown_forsythe.f = brown[1, 2], brown_forsythe.p = brown[1, 3])
  if (!is.null(buckets)) {
    se <- jackknife(buckets[keep], function(on) icc1(value[on], droplevels(unit[on]))[["icc1"]])
    put("jackknife", data, "unit", measure, n, icc1.se = se)
  }
  # Of items only all units together are printed.
  if (is_item) return(invisible())
  means <- tapply(value, unit, mean); error <- tapply(value, unit, var) / tapply(value, unit, length)
  between <- max(0, var(means) - mean(error)); weight <- between / (between + error)
  for (name in levels(unit)) {
    put("shrunken", data, "unit", paste0(measure, "/", name), sum(unit == name), n = sum(unit == name),
      mean = means[[name]], mean.shrunken = mean(means) + weight[[name]] * (means[[name]] - mean(means)))
  }
}

# Rank correlation of units' means; `staff` and `customers` are the columns that are compared, named by the latter. Six times a
# mean over up to three answers is whole, so that equal means are equal doubles.
spearman <- function(data, staff, customers, units, dimension) {
  ids <- colnames(customers)
  pairs <- c(lapply(seq_along(ids), function(i) list(ids[i], staff[, i], customers[, i])),
    list(list(dimension, row_means(staff), row_means(customers))))
  unit_means <- function(value) tapply(value, units, function(v) sum(round(6 * v[!is.na(v)])) / sum(!is.na(v)))
  for (pair in pairs) {
    x <- unit_means(pair[[2]]); y <- unit_means(pair[[3]])
    keep <- !is.nan(x) & !is.nan(y); x <- x[keep]; y <- y[keep]; stopifnot(length(x) >= 8)
    rho <- unname(suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE))$estimate)
    t <- rho * sqrt((length(x) - 2) / (1 - rho^2))
    put("spearman", data, "belief", pair[[1]], length(x), spearman.rho = rho, spearman.p = 2 * pt(-abs(t), length(x) - 2))
  }
}

change <- function(data, measure, value, wave, earlier, later) {
  x <- value[wave == later & !is.na(value)]; y <- value[wave == earlier & !is.na(value)]; test <- t.test(x, y)
  put("change", data, "change", measure, NA, difference = mean(x) - mean(y), difference.se = test$stderr,
    difference.ci.low = test$conf.int[1], difference.ci.high = test$conf.int[2], difference.t = unname(test$statistic),
    difference.df = unname(test$parameter), difference.p = test$p.value,
    mde = (qnorm(0.975) + qnorm(0.8)) * test$stderr, wave = paste0(earlier, ">", later))
}

# Weighted mean with the weights taken as fixed: t with n_eff - 1.
weighted <- function(data, kind, subject, value, w, name, group = "weights") {
  keep <- !is.na(value); value <- value[keep]; w <- w[keep]; n_eff <- sum(w)^2 / sum(w^2)
  m <- svymean(~value, svydesign(ids = ~1, weights = ~w, data = data.frame(value, w)))
  margin <- qt(0.975, n_eff - 1) * as.numeric(SE(m))
  figures <- c(coef(m), coef(m) - margin, coef(m) + margin, SE(m))
  put_weighted(group, data, kind, subject, length(value), name, figures, n_eff - 1)
}
# `figures`: mean, lower and upper bound, standard error. A gap is tested against 0.
put_weighted <- function(group, data, kind, subject, n, name, figures, df) {
  figures <- setNames(as.numeric(figures), sub("NAME", name,
    c("NAME.mean.weighted", "NAME.ci.low.weighted", "NAME.ci.high.weighted", "NAME.se.weighted")))
  if (name == "mean") names(figures)[1] <- "mean.weighted"
  put(group, data, kind, subject, n, figures)
  t <- figures[[1]] / figures[[4]]
  if (name == "gap") put(group, data, kind, subject, n, gap.t.weighted = t, gap.df.weighted = df)
  # Raked weights are right to 1e-10, which is not enough for a p far out.
  if (name == "gap" && group == "weights") put(group, data, kind, subject, n, gap.p.weighted = 2 * pt(-abs(t), df))
}
# Strata with known shares, methodology 4.2; the shares are those of the rows with a value.
stratified <- function(data, kind, subject, value, w, strata, name) {
  keep <- !is.na(value); value <- value[keep]; w <- w[keep]; strata <- strata[keep]
  share <- tapply(w, strata, sum) / sum(w); own <- tapply(value, strata, var) / table(strata)
  m <- sum(share * tapply(value, strata, mean)); se <- sqrt(sum(share^2 * own)); df <- length(value) - length(share)
  margin <- qt(0.975, df) * se
  put_weighted("raking", data, kind, subject, length(value), name, c(m, m - margin, m + margin, se), df)
}
weights_of <- function(data, w, group = "weights") {
  put(group, data, "weights", "all", length(w), deff = length(w) * sum(w^2) / sum(w)^2,
    n_eff = sum(w)^2 / sum(w^2), min = min(w), max = max(w))
}

# ---- What is judged under weights ----------------------------------------------------------------------------------

# Weighted mean by survey, its error, and the degrees of freedom of the methodology.
weighted_sample <- function(value, w) {
  keep <- !is.na(value); value <- value[keep]; w <- w[keep]; n_eff <- sum(w)^2 / sum(w^2)
  design <- svydesign(ids = ~1, weights = ~w, data = data.frame(value, w)); m <- svymean(~value, design)
  list(n = length(value), n_eff = n_eff, mean = as.numeric(coef(m)), se = as.numeric(SE(m)), df = n_eff - 1,
    sd = sqrt(as.numeric(svyvar(~value, design))))
}
# `d`: perceptions less expectations; `short` and `over`: how far below and above on average; range R.
weighted_gate <- function(data, kind, subject, d, short, over, range, w, wave, slice = "all") {
  gap <- weighted_sample(d, w); failed <- weighted_sample((short > range / 4) + 0, w)
  f1 <- weighted_sample(short / range, w); p <- failed$mean; z <- qnorm(0.975); n <- failed$n_eff
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n); half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  below <- short > range / 4 & !over > range / 4; above <- over > range / 4 & !short > range / 4
  sign <- weighted_sample(above - below, w)
  put("weights", data, kind, subject, gap$n, gap.mean.weighted = gap$mean, gap.sd.weighted = gap$sd,
    gap.se.weighted = gap$se, gap.dz.weighted = gap$mean / gap$sd, gap.df.weighted = gap$df,
    gap.p.weighted = 2 * pt(-abs(gap$mean / gap$se), gap$df), wave = wave, slice = slice)
  put("weights", data, kind, subject, failed$n, failed.share.weighted = p, failed.ci.low.weighted = centre - half,
    failed.ci.high.weighted = centre + half, shortfall.f1.weighted = f1$mean, shortfall.f1.se.weighted = f1$se,
    severity.weighted = 100 * f1$mean, n_eff = n, credibility.weighted = n / (n + 20),
    failed.sign.p.weighted = 2 * pt(-abs(sign$mean / sign$se), sign$df),
    failed.shortfalls.weighted = failed$n * weighted_sample(below + 0, w)$mean, wave = wave, slice = slice)
}
# Two independent weighted means, the first less the second; p far out is left out where weights are raked.
weighted_difference <- function(group, data, kind, subject, x, wx, y, wy, margin = NA, ...) {
  a <- weighted_sample(x, wx); b <- weighted_sample(y, wy); d <- a$mean - b$mean; se <- sqrt(a$se^2 + b$se^2)
  df <- (a$se^2 + b$se^2)^2 / (a$se^4 / a$df + b$se^4 / b$df); half <- qt(0.975, df) * se
  figures <- c(difference.weighted = d, difference.se.weighted = se, difference.df.weighted = df,
    difference.t.weighted = d / se, difference.ci.low.weighted = d - half, difference.ci.high.weighted = d + half)
  if (group == "weights") figures["difference.p.weighted"] <- 2 * pt(-abs(d / se), df)
  if (group == "weights" && !is.na(margin)) {
    figures["tost.p.weighted"] <- max(pt(-(d + margin) / se, df), pt((d - margin) / se, df))
  }
  if (kind == "change") figures["mde.weighted"] <- (qnorm(0.975) + qnorm(0.8)) * se
  put(group, data, kind, subject, a$n + b$n, figures, ...)
}
