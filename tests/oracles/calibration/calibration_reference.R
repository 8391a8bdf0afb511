#!/usr/bin/env Rscript
# Calibration near its bounds: 400 small problems whose totals some ratios within the bounds reach (drawn at or near them), and 100 that none reach.
# lpSolve says which are feasible; survey::calibrate gives weights where it converges (it gives up on about a third).
# Usage: Rscript calibration_reference.R OUT_DIR  ->  OUT_DIR/reference.json
suppressMessages({library(survey); library(lpSolve); library(jsonlite)})
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(2718)
feasible <- function(X, d, low, high, total) { # ratios g = low + s, s in [0, high - low]
  n <- nrow(X); A <- rbind(t(X * d), diag(n)); b <- c(total - colSums(X * d * low), rep(high - low, n))
  flip <- b < 0; A[flip, ] <- -A[flip, ]; b[flip] <- -b[flip]
  lp("min", numeric(n), A, c(rep("=", ncol(X)), rep("<=", n)), b)$status == 0 }
draw <- function() { n <- sample(5:14, 1); levels <- sample(1:3, 1); amounts <- sample(if (levels == 1) 1:2 else 0:2, 1)
  a <- factor(paste0("a", c(seq_len(levels), sample(levels, n - levels, TRUE)) - 1)); x <- matrix(round(rgamma(n * amounts, 3, .4), 1) + sample(c(0, 100), 1), n)
  X <- if (levels > 1) model.matrix(~ a) else matrix(1, n, 1, dimnames = list(NULL, "(Intercept)")); if (amounts) { colnames(x) <- paste0("x", seq_len(amounts)); X <- cbind(X, x) }
  list(a = a, x = x, X = X, d = round(runif(n, 1, 20), 1), low = sample(c(.3, .5, .8), 1), high = sample(c(1.25, 2, 4), 1)) }
solve_r <- function(p, how) { data <- data.frame(a = p$a, d = p$d); if (ncol(p$x)) data <- cbind(data, p$x)
  f <- reformulate(c(if (nlevels(p$a) > 1) "a", if (ncol(p$x)) colnames(p$x), "1")); names(p$total) <- colnames(p$X)
  w <- tryCatch(suppressWarnings(weights(calibrate(svydesign(~1, weights = ~d, data = data), f, p$total, calfun = how, bounds = c(p$low, p$high), maxit = 200, epsilon = 1e-12))), error = function(e) NULL)
  if (is.null(w) || any(!is.finite(w)) || max(abs(colSums(p$X * w) - p$total) / (1 + abs(p$total))) > 1e-9) list() else unname(w) }
cases <- list(); given <- c(linear = 0, raking = 0, logit = 0)
while (length(cases) < 500) { p <- draw(); n <- length(p$d); reach <- length(cases) < 400
  if (reach) { at <- runif(n); g <- ifelse(at < .4, p$low, ifelse(at < .8, p$high, runif(n, p$low, p$high))); g <- g + (1 - g) * sample(c(.001, .01, .1), 1)
    p$total <- colSums(p$X * p$d * g)
  } else { v <- drop(p$X %*% rnorm(ncol(p$X))); g <- ifelse(v > 0, p$high, p$low); centre <- colSums(p$X * p$d); p$total <- centre + (colSums(p$X * p$d * g) - centre) * sample(c(1.001, 1.02, 1.5), 1) }
  # A margin of zero or below is refused by its own name; and no total may be decided by rounding.
  if (any(tapply(seq_len(n), p$a, length) == 0) || any(p$total[seq_len(nlevels(p$a))] <= 0) || (nlevels(p$a) > 1 && p$total[1] - sum(p$total[2:nlevels(p$a)]) <= 0)) next
  if (feasible(p$X, p$d, p$low, p$high, p$total) != reach) { if (reach) stop("should be feasible") else next }
  case <- list(a = as.character(p$a), x = lapply(seq_len(ncol(p$x)), function(j) p$x[, j]), d = p$d, low = unbox(p$low), high = unbox(p$high), total = unname(p$total), feasible = unbox(reach))
  if (reach) for (how in names(given)) { case[[how]] <- lapply(solve_r(p, how), identity); case[[how]] <- as.numeric(unlist(case[[how]])); given[how] <- given[how] + (length(case[[how]]) > 0) }
  cases[[length(cases) + 1]] <- case }
writeLines(toJSON(list(given = as.list(given), cases = cases), digits = 15, auto_unbox = FALSE), file.path(out, "reference.json"))
cat("weights by survey::calibrate on 400 feasible:", paste(names(given), given), "\n")
