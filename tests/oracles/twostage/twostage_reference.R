#!/usr/bin/env Rscript
# A made-up sector survey: strata, districts in strata, firms in districts (by size class), people in firms; missing answers, unequal weights.
# Usage: Rscript twostage_reference.R OUT_DIR  ->  OUT_DIR/reference.json, OUT_DIR/data/sector.csv
suppressMessages({library(survey); library(jsonlite)})
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
dir.create(file.path(out, "data"), recursive = TRUE, showWarnings = FALSE)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(414)
R <- list(); num <- function(x) unname(as.numeric(x))
rows <- list()
for (h in 1:5) { nd <- c(3, 4, 2, 6, 5)[h]
  for (d in seq_len(nd)) for (z in 1:2) { nf <- sample(2:4, 1); Nf <- nf + sample(0:9, 1)
    for (f in seq_len(nf)) { np <- sample(2:5, 1); Np <- np + sample(0:20, 1)
      rows[[length(rows) + 1]] <- data.frame(h = h, d = d, z = z, f = f, p = seq_len(np), Nh = c(12, 9, 40, 6, 31)[h], Nf = Nf, Np = Np, nd = nd, nf = nf, np = np, e = rnorm(1)) } } }
s <- do.call(rbind, rows); n <- nrow(s)
s$w <- round(s$Nh / s$nd * s$Nf / s$nf * s$Np / s$np * exp(rnorm(n, 0, .2)), 6)
s$fh <- s$nd / s$Nh; s$ff <- s$nf / s$Nf
s$x <- round(50 + 8 * s$e + 3 * s$h + rnorm(n, 0, 10), 1); s$y <- round(2 * s$x + rnorm(n, 0, 25)); s$y[runif(n) < .07] <- NA
s$q <- factor(sample(c("a", "b", "c", "d"), n, TRUE, c(.4, .3, .2, .1))); s$q[runif(n) < .1] <- NA
s$lev <- factor(ifelse(s$x > 62, "high", ifelse(s$x > 50, "mid", "low"))); s$r <- factor(sample(c("n", "s", "e"), n, TRUE)); s$b <- rbinom(n, 1, plogis((s$x - 55) / 15)); s$c <- rpois(n, exp(s$x / 40))
s$e <- NULL; s$dz <- paste(s$d, s$z)
write.csv(s, file.path(out, "data", "sector.csv"), row.names = FALSE)
st <- function(x) { o <- list(est = num(coef(x)), se = num(SE(x)), vcov = unname(as.matrix(vcov(x)))); d <- try(deff(x), silent = TRUE); if (!inherits(d, "try-error") && !is.null(d)) o$deff <- num(d); o }
put <- function(key, expr) R[[key]] <<- suppressWarnings(expr)
two <- svydesign(id = ~d + f, strata = ~h + z, fpc = ~Nh + Nf, weights = ~w, nest = TRUE, data = s)
D <- list(two = two,
  fractions = svydesign(id = ~d + f, strata = ~h + z, fpc = ~fh + ff, weights = ~w, nest = TRUE, data = s),
  three = svydesign(id = ~d + f + p, strata = ~h + z, fpc = ~Nh + Nf + Np, weights = ~w, nest = TRUE, data = s),
  replace = svydesign(id = ~d + f, strata = ~h + z, weights = ~w, nest = TRUE, data = s),
  derived = svydesign(id = ~d + f, strata = ~h + z, fpc = ~Nh + Nf, nest = TRUE, data = s),
  element = svydesign(id = ~1, strata = ~h, weights = ~w, data = s))
for (k in names(D)) { d <- D[[k]]
  put(paste0(k, ".mean"), st(svymean(~x + y, d, na.rm = TRUE, deff = TRUE)))
  put(paste0(k, ".mean.replace"), st(svymean(~x, d, deff = "replace")))
  put(paste0(k, ".total"), st(svytotal(~y, d, na.rm = TRUE, deff = TRUE)))
  put(paste0(k, ".ratio"), { r <- svyratio(~y, ~x, d, na.rm = TRUE, deff = TRUE); list(est = num(coef(r)), se = num(SE(r)), deff = num(attr(r, "deff"))) })
  # svyvar(na.rm = TRUE) counts the missing rows in n/(n-1)
  put(paste0(k, ".var"), { v <- svyvar(~y, subset(d, !is.na(y))); list(est = num(coef(v)), se = num(SE(v))) })
  sub <- subset(d, r == "n" & h != 3)
  put(paste0(k, ".sub.degf"), degf(sub))
  put(paste0(k, ".sub.mean"), st(svymean(~y, sub, na.rm = TRUE, deff = TRUE)))
  put(paste0(k, ".sub.prop"), { p <- svyciprop(~I(q == "a"), sub, method = "xlogit", na.rm = TRUE); list(est = num(p), ci = num(attr(p, "ci"))) })
  put(paste0(k, ".sub.beta"), { p <- svyciprop(~I(lev == "mid"), sub, method = "beta"); list(est = num(p), ci = num(attr(p, "ci"))) })
  put(paste0(k, ".sub.quantile"), { v <- svyquantile(~x, sub, c(.2, .5, .8), qrule = "hf7"); list(est = num(coef(v)), ci = unname(as.matrix(confint(v)))) })
  full <- subset(d, !is.na(q))
  for (m in c("F", "Chisq", "Wald", "adjWald")) put(paste0(k, ".chisq.", m), { t <- svychisq(~q + lev, if (k == "element") full else full, statistic = m); list(statistic = num(t$statistic), parameter = num(t$parameter), p = num(t$p.value)) })
  put(paste0(k, ".logit"), { g <- svyglm(b ~ x + r, d, family = quasibinomial(), control = glm.control(1e-15, 200)); list(est = num(coef(g)), se = num(SE(g)), df = g$df.residual) })
  put(paste0(k, ".poisson"), { g <- svyglm(c ~ x + lev, sub, family = quasipoisson(), control = glm.control(1e-15, 200)); list(est = num(coef(g)), se = num(SE(g)), df = g$df.residual) })
  put(paste0(k, ".interaction"), { g <- svyglm(y ~ x * r, d); list(est = num(coef(g)), se = num(SE(g)), df = g$df.residual) })
  N <- sum(weights(d)); pr <- N * c(.3, .25, .45); pg <- N * c(.2, .35, .45)
  cal <- calibrate(d, ~r + lev, c(`(Intercept)` = N, rn = pr[2], rs = pr[3], levlow = pg[2], levmid = pg[3]), calfun = "raking", epsilon = 1e-14, maxit = 500)
  put(paste0(k, ".raked.total.N"), N)
  put(paste0(k, ".raked.weights"), num(weights(cal)))
  put(paste0(k, ".raked.mean"), st(svymean(~x + y, cal, na.rm = TRUE, deff = TRUE)))
  put(paste0(k, ".raked.q"), st(svymean(~q, cal, na.rm = TRUE)))
  put(paste0(k, ".raked.sub"), st(svymean(~q, subset(cal, h > 2 & r == "s"), na.rm = TRUE)))
  put(paste0(k, ".raked.by"), { b <- svyby(~q, ~z, cal, svymean, na.rm = TRUE); list(est = num(coef(b)), se = num(unlist(SE(b)))) })
  put(paste0(k, ".raked.chisq"), { t <- svychisq(~q + z, subset(cal, !is.na(q)), statistic = "F"); list(statistic = num(t$statistic), parameter = num(t$parameter), p = num(t$p.value)) })
  logit <- calibrate(d, ~r + x, c(`(Intercept)` = N, rn = pr[2], rs = pr[3], x = N * 56.5), calfun = "logit", bounds = c(.3, 3), epsilon = 1e-14, maxit = 500)
  put(paste0(k, ".logit.weights"), num(weights(logit))); put(paste0(k, ".logit.total"), st(svytotal(~y, logit, na.rm = TRUE)))
  if (k %in% c("two", "replace")) { j <- as.svrepdesign(d, type = "JKn")
    put(paste0(k, ".jkn.mean"), st(svymean(~x, j))); put(paste0(k, ".jkn.degf"), degf(j)); put(paste0(k, ".jkn.sub"), st(svymean(~x, subset(j, lev == "mid")))); put(paste0(k, ".jkn.sub.degf"), degf(subset(j, lev == "mid")))
    put(paste0(k, ".jkn.glm"), { g <- svyglm(y ~ x + r, j, na.action = na.omit); list(est = num(coef(g)), se = num(SE(g))) })
    put(paste0(k, ".jkn.mse"), st(svymean(~x, as.svrepdesign(d, type = "JKn", mse = TRUE)))) } }
js <- function(x) {
  if (is.list(x)) { v <- vapply(x, js, ""); n <- names(x); return(if (is.null(n)) paste0("[", paste(v, collapse = ","), "]") else paste0("{", paste(sprintf('"%s":%s', n, v), collapse = ","), "}")) }
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(r) js(unname(r))), collapse = ","), "]"))
  f <- ifelse(is.na(x), "null", sprintf("%.17g", x)); if (length(f) == 1) f else paste0("[", paste(f, collapse = ","), "]") }
writeLines(js(R), file.path(out, "reference.json")); cat(length(R), "checks\n")
