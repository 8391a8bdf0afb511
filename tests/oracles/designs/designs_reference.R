#!/usr/bin/env Rscript
# Made-up designs of every shape: one to three stages, unit numbers used again in each stratum, sizes and fractions, strata with one unit under each policy,
# weights of zero, domains that miss some strata or hold one unit, missing answers, calibrations and replicates.
# Usage: Rscript designs_reference.R OUT_DIR  ->  OUT_DIR/reference.json (the data are in it: each design has its own)
suppressMessages(library(survey)); options(warn = -1)
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
nums <- function(v) paste0("[", paste(ifelse(is.na(v) | is.infinite(v), "null", sprintf("%.17g", v)), collapse = ","), "]")
texts <- function(v) paste0("[", paste(sprintf('"%s"', v), collapse = ","), "]")
obj <- function(l) paste0("{", paste(sprintf('"%s":%s', names(l), unlist(l)), collapse = ","), "}")
formula <- function(v) as.formula(paste("~", if (length(v)) paste(v, collapse = "+") else "1"))
people <- function(kind, lonely) {
  rows <- list()
  for (h in 1:4) for (c in seq_len(if (lonely && h == 2) 1 else sample(2:4, 1))) for (z in if (kind == "cluster" || h == 3) 1 else 1:2)
    for (s in seq_len(if (kind == "cluster") 1 else if (lonely && runif(1) < .2) 1 else sample(2:3, 1)))
      rows[[length(rows) + 1]] <- data.frame(h = h, c = c, z = z, s = s + 10 * z, t = seq_len(sample(if (kind == "three") 2:3 else 1:3, 1)))
  d <- do.call(rbind, rows); d <- d[sample.int(nrow(d)), ]; n <- nrow(d); rownames(d) <- NULL
  count <- function(unit, within) as.numeric(tapply(paste(within, unit), within, function(v) length(unique(v)))[within])
  size <- function(k, within, add) { u <- unique(within); k + setNames(sample(add, length(u), TRUE), u)[within] }
  k2 <- paste(d$h, d$c, d$z); k3 <- paste(k2, d$s); n1 <- count(d$c, paste(d$h)); n2 <- count(d$s, k2); n3 <- count(d$t, k3)
  d$N1 <- size(n1, paste(d$h), c(0, 1, 9)); d$N2 <- size(n2, k2, c(0, 1, 7)); d$N3 <- size(n3, k3, c(0, 2, 9)); d$f1 <- n1 / d$N1; d$f2 <- n2 / d$N2; d$f3 <- n3 / d$N3
  d$w <- round(exp(rnorm(n, 1, .5)), 4); d$x <- round(50 + 10 * rnorm(n) + 2 * d$h, 1); d$y <- round(.5 * d$x + rnorm(n, 0, 8), 1); d$y[runif(n) < .1] <- NA
  d$g <- sample(0:2, n, TRUE, c(6, 3, 1)); d$g[runif(n) < .08] <- NA; d$r <- sample(0:1, n, TRUE); d$v <- sample(0:2, n, TRUE)
  d
}
# What R gives on the rows of the domain that have a value: it breaks on missing values outside the domain once calibrated.
value <- function(d, s, inside) {
  v <- d$variables; y <- switch(s, share = as.numeric(v$g == 0), absent = as.numeric(v$g == 9), v$y); ok <- inside & !is.na(y)
  d$variables$Y <- ifelse(is.na(y), 0, y); sub <- if (all(ok)) d else d[ok, ]; df <- degf(if (all(inside)) d else d[inside, ])
  one <- function(m) c(est = unname(coef(m)), se = unname(as.numeric(SE(m))))
  switch(s, mean = , share = , absent = c(one(svymean(~Y, sub)), df = df, deff = { e <- try(as.numeric(deff(svymean(~Y, sub, deff = TRUE))), silent = TRUE); if (is.numeric(e)) e else NA }),
    total = one(svytotal(~Y, sub)), ratio = one(svyratio(~Y, ~x, sub)), var = one(svyvar(~Y, sub)),
    quantile = { q <- svyquantile(~Y, sub, .6, qrule = "hf7"); q <- if (is.list(q)) q[[1]] else q; c(est = q[1], lo = q[2], hi = q[3]) })
}
case <- function(seed, kind, policy = "fail", fpc = "none", step = "none", replicates = FALSE, zero = FALSE, lonely = policy != "fail") {
  set.seed(seed); options(survey.lonely.psu = policy); d <- people(kind, lonely); if (zero) d$w[runif(nrow(d)) < .15] <- 0
  ids <- switch(kind, element = character(), cluster = "c", two = c("c", "s"), three = c("c", "s", "t")); strata <- if (kind %in% c("two", "three")) c("h", "z") else "h"
  if (kind == "element") { k <- as.numeric(table(d$h)[as.character(d$h)]); d$N1 <- k + 3 * d$h; d$f1 <- k / d$N1 }
  pop <- switch(fpc, none = character(), sizes = c("N1", "N2", "N3"), fractions = c("f1", "f2", "f3"))[seq_len(max(1, length(ids)))]; pop <- pop[!is.na(pop)]
  p <- svydesign(id = formula(ids), strata = formula(strata), fpc = if (length(pop)) formula(pop), weights = ~w, nest = TRUE, data = d); N <- sum(d$w)
  rt <- N * c(.45, .55); vt <- N * c(.3, .3, .4); ct <- N * c(.2, .1, .15, .15, .2, .2); X <- N * sum(d$w * d$x) / N * 1.01
  if (step != "none") { p$variables$r1 <- as.numeric(d$r == 1); for (k in 1:2) p$variables[[paste0("v", k)]] <- as.numeric(d$v == k); for (k in 1:5) p$variables[[paste0("c", k)]] <- as.numeric(d$r * 3 + d$v == k) }
  cal <- function(f, pop, fun, ...) calibrate(p, f, c(`(Intercept)` = N, pop), calfun = fun, epsilon = 1e-13, maxit = 500, ...)
  p <- switch(step, none = p, post = postStratify(p, ~r, data.frame(r = 0:1, Freq = rt)), rake = cal(~r1 + v1 + v2, c(r1 = rt[2], v1 = vt[2], v2 = vt[3]), "raking"),
    crossed = cal(~c1 + c2 + c3 + c4 + c5, setNames(ct[-1], paste0("c", 1:5)), "raking"), linear = cal(~r1 + x, c(r1 = rt[2], x = X), "linear"),
    logit = cal(~r1 + x, c(r1 = rt[2], x = X), "logit", bounds = c(.2, 5)), bounded = cal(~r1 + v1 + v2, c(r1 = rt[2], v1 = vt[2], v2 = vt[3]), "linear", bounds = c(.3, 3)))
  weights <- weights(p, "sampling"); if (replicates) p <- as.svrepdesign(p, type = "JKn")
  domains <- list(all = rep(TRUE, nrow(d)), half = d$r == 0, strata = d$h > 2, unit = d$h == 1 & d$c == 1, pair = d$h == 3 & d$c < 3)
  stats <- unlist(lapply(names(domains), function(k) lapply(c("mean", "total", "ratio", "var", "share", "absent", "quantile"), function(s) {
    # A replicate without the domain is dropped by R and refused by us, but for a total; a single value has no variance and no interpolation.
    v <- if (replicates && k %in% c("unit", "pair") && s != "total") "skip" else try(value(p, s, domains[[k]]), silent = TRUE)
    if (identical(v, "skip") || (inherits(v, "try-error") && !grepl("only one PSU", v))) return(NULL)
    obj(c(domain = sprintf('"%s"', k), statistic = sprintf('"%s"', s), if (inherits(v, "try-error")) list(refused = "true") else sapply(v, function(z) ifelse(is.finite(z), sprintf("%.17g", z), "null")))) })))
  name <- paste(c(kind, policy, fpc, step, if (replicates) "jackknife", if (zero) "zeros"), collapse = "-")
  sprintf('"%s":%s', name, obj(list(columns = obj(lapply(c(d, lapply(domains, as.numeric)), nums)), ids = texts(ids), strata = texts(strata), populations = texts(pop), policy = sprintf('"%s"', policy),
    step = sprintf('"%s"', step), replicates = tolower(replicates), size = sprintf("%.17g", N), x = sprintf("%.17g", X), weights = nums(weights), values = paste0("[", paste(stats, collapse = ","), "]"))))
}
cases <- c(case(1, "element"), case(2, "element", fpc = "sizes", step = "rake"), case(3, "cluster", lonely = TRUE), case(4, "cluster", "average"), case(5, "cluster", "average", "fractions", "post"),
  case(6, "cluster", "adjust", "sizes", zero = TRUE), case(7, "cluster", "remove", step = "linear"), case(8, "cluster", fpc = "fractions", replicates = TRUE), case(9, "two", "average", "sizes"),
  case(10, "two", "adjust", "fractions", "logit"), case(11, "two", "certainty", step = "crossed"), case(12, "two", fpc = "sizes", lonely = TRUE), case(13, "three", "remove", "sizes"),
  case(14, "three", "adjust", "fractions", "bounded"), case(15, "cluster", "adjust", replicates = TRUE), case(16, "two", "remove", "none", zero = TRUE))
writeLines(paste0("{", paste(cases, collapse = ",\n"), "}"), file.path(out, "reference.json")); cat(length(cases), "designs\n")
