#!/usr/bin/env Rscript
# Differences between two groups of the demonstration's answers, with the error that counts the covariance of two domains of one calibrated design:
# svyby(covmat = TRUE) sets that covariance to zero, so the difference of two ratios is taken from four totals, by the delta method (svycontrast).
# Usage, from the root: Rscript tests/oracles/gaps/gaps_reference.R  ->  one line a difference: figure, variable, groups, difference, error, degrees, probability
suppressMessages(library(survey))
d <- read.csv("kits/ia-en-culture/answers.csv", stringsAsFactors = FALSE, na.strings = "")
N <- 174000; d$w <- N / nrow(d)
known <- function(x, yes, no) factor(ifelse(x %in% yes, "a", ifelse(x %in% no, "b", "unknown")))
d$m1 <- known(d$status, "self_employed", c("employee", "organisation"))
d$m2 <- known(d$sex, "woman", c("man", "other"))
d$m3 <- known(d$age, c("a15_24", "a25_34", "a35_44"), c("a45_54", "a55_64", "a65"))
d$m4 <- known(d$metro, "yes", "no")
totals <- c("(Intercept)" = N)
for (k in 1:4) { f <- d[[paste0("m", k)]]; u <- mean(f == "unknown") * N; p <- c(.30, .54, .63, .67)[k]
  v <- c(b = (1 - p) * (N - u)); if (nlevels(f) == 3) v <- c(v, unknown = u); names(v) <- paste0("m", k, names(v)); totals <- c(totals, v) }
s <- calibrate(svydesign(~1, weights = ~w, data = d), ~ m1 + m2 + m3 + m4, totals, calfun = "raking", epsilon = 1e-12, maxit = 200)
missing <- c("dont_know", "prefer_not", "not_applicable")
figure <- function(column, yes) ifelse(is.na(d[[column]]) | d[[column]] %in% missing, NA, as.numeric(d[[column]] %in% yes))
gap <- function(name, y, by, low, high) {
  ok <- !is.na(y); y <- ifelse(ok, y, 0); a <- (d[[by]] %in% low) & ok; b <- (d[[by]] %in% high) & ok
  t <- update(s, ya = y * a, na = a * 1, yb = y * b, nb = b * 1)
  c4 <- svycontrast(svytotal(~ ya + na + yb + nb, t), quote(yb / nb - ya / na)); e <- as.numeric(coef(c4)); se <- as.numeric(SE(c4)); df <- min(sum(a), sum(b)) - 1
  cat(sprintf("%s %s %s %s %.12f %.12f %d %.12f\n", name, by, low, high, e, se, df, 2 * pt(-abs(e / se), df))) }
difficult <- c("hard", "very_hard")
gap("threat", figure("threat", "yes"), "status", "employee", "self_employed")
gap("evolution", figure("evolution", "adapt"), "status", "organisation", "self_employed")
gap("difficulty_needs", figure("difficulty.needs", difficult), "status", "employee", "self_employed")
gap("evolution", figure("evolution", "adapt"), "subsector", "crafts", "audiovisual")
gap("evolution", figure("evolution", "adapt"), "region", "r05", "r02")
gap("growth", figure("growth", "grow"), "region", "r15", "r02")
gap("difficulty_content", figure("difficulty.content", difficult), "subsector", "crafts", "music")
