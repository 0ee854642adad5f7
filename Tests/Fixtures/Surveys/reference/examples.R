# The worked examples of the methodology, so that a definition that R has otherwise is noticed before it is written down.
agree <- function(found, expected) {
  stopifnot(length(found) == length(expected), abs(unname(found) - expected) <= 6e-7 * pmax(1, abs(expected)))
}
values <- function(counts) rep(as.double(names(counts)), counts)
found <- function() {
  cells <- strsplit(unlist(rows), ",")
  setNames(as.double(vapply(cells, `[`, "", 8)), vapply(cells, function(c) paste(c[4], c[6], c[7]), ""))
}

# X7: Cliff's delta and Welch; 2.2: Wilson.
a <- values(c("1" = 2, "2" = 4, "3" = 9, "4" = 14, "5" = 11)); b <- values(c("1" = 6, "2" = 9, "3" = 10, "4" = 7, "5" = 3))
agree(cliff(a, b), c(0.422143, 0.169382, 0.622798))
agree(wilson(66, 93), c(0.610574, 0.792146))

# X9: alpha and its companions, with the jackknife of 0.7.
x9 <- rbind(c(4, 5, 4, 3), c(5, 5, 4, 4), c(3, 4, 3, 2), c(2, 3, 3, 2), c(4, 4, 5, 4), c(5, 4, 4, 5), c(1, 2, 2, 3),
  c(3, 3, 4, 3), c(2, 2, 3, 1), c(5, 5, 5, 4)); colnames(x9) <- letters[1:4]
reliability("x", "d", x9, letters[1:4], 0:9 %% 5)
agree(found()[c("all d alpha", "all d alpha.standardised", "all d average-r", "all d alpha.ci.low", "all d alpha.ci.high",
  "all b alpha-without", "all b item-rest-r", "all d alpha.se")],
  c(0.911807, 0.916072, 0.731812, 0.767977, 0.975396, 0.881799, 0.811498, 0.040465))
rows <- list()

# X12: LMG.
x12 <- rbind(c(4, 5, 4, 3), c(5, 6, 5, 4), c(3, 3, 4, 4), c(6, 6, 5, 6), c(2, 3, 2, 3), c(5, 4, 5, 5), c(7, 6, 7, 6),
  c(4, 4, 3, 5), c(3, 4, 4, 2), c(6, 5, 6, 5), c(5, 5, 4, 6), c(2, 2, 3, 3))
agree(lmg(x12[, 1], x12[, 2:4]), c(0.332368, 0.360405, 0.291349))

# X13: penalties and rewards, three answers to each attribute.
x13 <- c(LL = "2312", LM = "343", LH = "544", ML = "344", MM = "55465", MH = "5665", HL = "45", HM = "5655", HH = "67676")
y <- as.double(unlist(strsplit(x13, ""))); at <- rep(names(x13), nchar(x13))
x <- sapply(1:2, function(i) match(substr(at, i, i), c("L", "M", "H")))
design <- cbind(x == 1, x == 3) + 0
fit <- summary(lm(y ~ design))$coefficients
agree(fit[2:5, 1], c(-1.525948, -1.190288, 0.616995, 0.865250)); agree(fit[2:5, 2], c(0.261023, 0.269900, 0.253291, 0.247199))

# X14: segments, equivalence and Mantel-Haenszel.
tiers <- list(gold = c("3" = 3, "4" = 8, "5" = 15, "6" = 16, "7" = 8), basic = c("2" = 5, "3" = 9, "4" = 16, "5" = 18,
  "6" = 11, "7" = 5), silver = c("2" = 2, "3" = 5, "4" = 13, "5" = 20, "6" = 15, "7" = 7))
value <- unlist(lapply(tiers, values)); tier <- rep(names(tiers), sapply(tiers, sum))
segment("x", "tier", "m", value, tier); parity("x", "tier", "m", value, tier, 0.3)
agree(found()[c("all tier/m kruskal.h", "all tier/m kruskal.p", "all tier/m kruskal.epsilon2", "all tier/m welch.f",
  "all tier/m welch.df2", "all tier/m welch.p", "tier=gold tier/m difference", "tier=gold tier/m difference.ci.low",
  "tier=gold tier/m difference.p", "tier=basic tier/m cliff")],
  c(10.331150, 0.005710, 0.059035, 5.876478, 114.245405, 0.003722, 0.582222, 0.191593, 0.003857, -0.252511))
rows <- list()
value <- c(values(c("3" = 20, "4" = 55, "5" = 120, "6" = 90, "7" = 35)), values(c("3" = 22, "4" = 50, "5" = 126, "6" = 88, "7" = 34)))
parity("x", "s", "m", value, rep(c("a", "b"), each = 320), 0.3); agree(found()["s=a s/m tost.p"], 0.000244)
rows <- list()
tables <- array(c(12, 20, 38, 30, 25, 30, 35, 20, 8, 9, 42, 21), c(2, 2, 3))
test <- mantelhaen.test(tables, correct = FALSE); agree(c(test$statistic, test$estimate), c(8.688985, 0.468461))

# X15: raking and weighted means.
cells <- expand.grid(row = c("a", "b"), col = c("p", "q", "r")); counts <- c(60, 30, 40, 90, 20, 60)
frame <- cells[rep(1:6, counts), ]
raked <- rake(svydesign(ids = ~1, data = frame, weights = rep(1, 300)), list(~row, ~col),
  list(data.frame(row = c("a", "b"), Freq = 150), data.frame(col = c("p", "q", "r"), Freq = c(90, 120, 90))),
  control = list(maxit = 500, epsilon = 1e-9))
w <- weights(raked); agree(tapply(w, frame, mean)[1, ], c(1.143905, 1.249564, 1.569156))
frame$y <- c(rep(2:5, c(10, 20, 20, 10)), rep(1:4, c(5, 10, 10, 5)), rep(3:5, c(10, 20, 10)), rep(2:5, c(20, 30, 30, 10)),
  rep(4:5, c(5, 15)), rep(3:5, c(10, 30, 20)))
weighted("x", "item", "y", frame$y, w, "perception"); agree(found()["all y perception.mean.weighted"], 3.734209)
agree((found()["all y perception.ci.high.weighted"] - 3.734209) / qt(0.975, 282.762886), 0.058217)
rows <- list()

# X20: units.
sites <- list(c("4" = 2, "5" = 5, "6" = 8, "7" = 5), c("3" = 4, "4" = 6, "5" = 8, "6" = 2), c("2" = 3, "3" = 5, "4" = 9, "5" = 6, "6" = 2),
  c("5" = 4, "6" = 7, "7" = 4))
unit("x", "m", unlist(lapply(sites, values)), rep(1:4, sapply(sites, sum)))
agree(found()[c("all m icc1", "all m ms-between", "all m n0", "all m f", "all m brown-forsythe.f", "all m brown-forsythe.p")],
  c(0.506696, 20.475833, 19.791667, 21.328993, 0.853941, 0.468815))
rows <- list()
