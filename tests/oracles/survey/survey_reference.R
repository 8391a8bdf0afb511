#!/usr/bin/env Rscript
# Reference values of R's survey package on its bundled data, at 17 significant digits.
# Usage: Rscript survey_reference.R OUT_DIR
# Writes OUT_DIR/reference.json and OUT_DIR/data/*.csv (the data as used, so that the tests read the same input).
suppressMessages({library(survey); library(jsonlite)})
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
dir.create(file.path(out, "data"), recursive = TRUE, showWarnings = FALSE)
R <- list(); T <- list()
num <- function(x) unname(as.numeric(x))
# one statistic object -> estimate, SE, full covariance, CI (normal), names, deff if there
st <- function(x, df = Inf) {
  o <- list(names = names(coef(x)), est = num(coef(x)), se = num(SE(x)), vcov = unname(as.matrix(vcov(x))))
  ci <- try(confint(x, df = df), silent = TRUE)
  if (!inherits(ci, "try-error")) o$ci <- unname(as.matrix(ci))
  d <- try(deff(x), silent = TRUE); if (!inherits(d, "try-error") && !is.null(d)) o$deff <- num(d)
  o
}
by <- function(x) list(groups = lapply(x[attr(x, "svyby")$margins], as.character),
                       names = names(coef(x)), est = num(coef(x)), se = num(unlist(SE(x))), ci = unname(as.matrix(confint(x))))
ht <- function(x) list(statistic = num(x$statistic), parameter = num(x$parameter), p = num(x$p.value), method = x$method,
                       names = names(x$parameter))
put <- function(key, expr) {
  t0 <- proc.time()
  v <- withCallingHandlers(try(eval.parent(substitute(expr)), silent = TRUE), warning = function(w) invokeRestart("muffleWarning"))
  R[[key]] <<- if (inherits(v, "try-error")) list(error = as.character(v)) else v
  T[[key]] <<- num((proc.time() - t0)["elapsed"])
  if (inherits(v, "try-error")) message(key, ": ", v)
}
data(api); data(nhanes); data(scd); data(election); data(hospital); data(crowd); data(fpc); data(mu284); data(yrbs)
for (n in c("apisrs","apistrat","apiclus1","apiclus2","nhanes","scd","election_pps","hospital","crowd","fpc","mu284","yrbs"))
  write.csv(get(n), file.path(out, "data", paste0(n, ".csv")), row.names = FALSE, quote = TRUE)
write.csv(election_jointprob, file.path(out, "data", "election_jointprob.csv"), row.names = FALSE)

# ---- designs
srs    <- svydesign(id = ~1, fpc = ~fpc, data = apisrs)
strat  <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
stratN <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat)
clus1  <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
clus1N <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1)
clus2  <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2)
nh     <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nhanes)
hosp   <- svydesign(strata = ~oblevel, id = ~hospno, weights = ~weighta, fpc = ~tothosp, data = hospital)
mu     <- svydesign(id = ~id1 + id2, fpc = ~n1 + n2, data = mu284)
hard   <- svydesign(id = ~psuid, strata = ~stratid, weights = ~weight, data = fpc, nest = TRUE)
pps    <- svydesign(id = ~1, fpc = ~p, data = election_pps, pps = "brewer")
ppsHR  <- svydesign(id = ~1, fpc = ~p, data = election_pps, pps = HR(sum(election$p^2)/40), variance = "HT")
ppsHT  <- svydesign(id = ~1, fpc = ~p, data = election_pps, pps = ppsmat(election_jointprob), variance = "HT")
ppsYG  <- svydesign(id = ~1, fpc = ~p, data = election_pps, pps = ppsmat(election_jointprob), variance = "YG")

D <- list(srs = srs, strat = strat, stratN = stratN, clus1 = clus1, clus1N = clus1N, clus2 = clus2)
for (n in names(D)) {
  d <- D[[n]]
  put(paste0(n, ".degf"), degf(d))
  put(paste0(n, ".mean.api00_api99_enroll"), st(svymean(~api00 + api99 + enroll, d, deff = TRUE, na.rm = TRUE)))
  put(paste0(n, ".mean.stype"), st(svymean(~stype, d)))
  put(paste0(n, ".total.enroll"), st(svytotal(~enroll, d, na.rm = TRUE, deff = TRUE)))
  put(paste0(n, ".total.stype"), st(svytotal(~stype, d)))
  put(paste0(n, ".ratio.apistu_enroll"), { r <- svyratio(~api.stu, ~enroll, d, na.rm = TRUE); list(est = num(coef(r)), se = num(SE(r))) })
  put(paste0(n, ".var.api00"), { v <- svyvar(~api00, d); list(est = num(coef(v)), se = num(SE(v))) })
  put(paste0(n, ".by.stype.mean.api00"), by(svyby(~api00, ~stype, d, svymean)))
  put(paste0(n, ".by.stype_schwide.mean.sch"), by(svyby(~awards, ~stype + sch.wide, d, svymean)))
  put(paste0(n, ".by.stype.total.enroll"), by(svyby(~enroll, ~stype, d, svytotal, na.rm = TRUE)))
  for (m in c("logit", "likelihood", "asin", "beta", "mean", "xlogit"))
    put(paste0(n, ".ciprop.awards.", m), { p <- svyciprop(~I(awards == "Yes"), d, method = m); list(est = num(p), ci = num(attr(p, "ci"))) })
  for (m in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint"))
    put(paste0(n, ".chisq.schwide_stype.", m), ht(svychisq(~sch.wide + stype, d, statistic = m)))
  put(paste0(n, ".table.schwide_stype"), { t <- svytable(~sch.wide + stype, d); list(dim = dim(t), dn = dimnames(t), n = num(t)) })
  for (q in c("math","school","shahvaish","hf1","hf2","hf3","hf4","hf5","hf6","hf7","hf8","hf9"))
    put(paste0(n, ".quantile.api00.", q), { x <- svyquantile(~api00, d, c(.1,.25,.5,.75,.9), qrule = q, interval.type = "mean"); list(est = num(coef(x)), ci = unname(as.matrix(confint(x))), se = num(SE(x))) })
  for (it in c("mean","beta","xlogit","asin","score"))
    put(paste0(n, ".quantile.ci.api00.", it), { x <- svyquantile(~api00, d, c(.25,.5,.75), interval.type = it); list(est = num(coef(x)), ci = unname(as.matrix(confint(x)))) })
  put(paste0(n, ".glm.gaussian"), { g <- svyglm(api00 ~ ell + meals + mobility, d); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g)), vcov = unname(vcov(g)), df = g$df.residual, p = num(coef(summary(g))[,4])) })
  put(paste0(n, ".glm.quasibinomial"), { g <- svyglm(I(sch.wide == "Yes") ~ ell + meals + mobility, d, family = quasibinomial()); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g)), p = num(coef(summary(g))[,4]),
        wald = unlist(unclass(regTermTest(g, ~ell + meals))[c("Ftest","df","ddf","p")])) })
  put(paste0(n, ".glm.quasipoisson"), { g <- svyglm(api.stu ~ ell + meals, d, family = quasipoisson()); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g))) })
  put(paste0(n, ".ttest.schwide"), ht(svyttest(api00 ~ sch.wide, d)))
  put(paste0(n, ".ranktest.schwide"), ht(svyranktest(api00 ~ sch.wide, d)))
}
# subset (domain) vs svyby
put("clus1.subset.E", st(svymean(~api00, subset(clus1, stype == "E"))))
# ---- NHANES
put("nhanes.mean.HI_CHOL", st(svymean(~HI_CHOL, nh, na.rm = TRUE, deff = TRUE)))
put("nhanes.by.race_agecat", by(svyby(~HI_CHOL, ~race + agecat, nh, svymean, na.rm = TRUE)))
for (m in c("F","Chisq","Wald","adjWald","lincom","saddlepoint"))
  put(paste0("nhanes.chisq.HI_CHOL_race.", m), ht(svychisq(~HI_CHOL + race, nh, statistic = m)))
put("nhanes.glm", { g <- svyglm(HI_CHOL ~ race + agecat + RIAGENDR, nh, family = quasibinomial()); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g))) })
put("nhanes.ciprop.by", { b <- svyby(~HI_CHOL, ~race, nh, svyciprop, vartype = "ci", method = "logit", na.rm = TRUE); list(g = b$race, est = num(b[[2]]), lo = num(b$ci_l), hi = num(b$ci_u)) })
# ---- hospital, mu284, fpc
put("hospital.total.births", st(svytotal(~births, hosp)))
put("mu284.total.y1", st(svytotal(~y1, mu)))
put("fpc.mean.x", st(svymean(~x, hard)))
# ---- PPS
for (n in c("pps","ppsHR","ppsHT","ppsYG")) put(paste0("election.", n, ".total"), st(svytotal(~Bush + Kerry + Nader, get(n))))
# ---- scd: BRR by hand, Fay
scdrep <- 2 * cbind(c(1,0,1,0,1,0), c(1,0,0,1,0,1), c(0,1,1,0,0,1), c(0,1,0,1,1,0))
scdB <- suppressWarnings(svrepdesign(data = scd, type = "BRR", repweights = scdrep, combined.weights = FALSE))
put("scd.brr.ratio", { r <- svyratio(~alive, ~arrests, design = scdB); list(est = num(coef(r)), se = num(SE(r))) })
scdnofpc <- svydesign(data = scd, prob = ~1, id = ~ambulance, strata = ~ESA, nest = TRUE)
put("scd.lin.ratio", { r <- svyratio(~alive, ~arrests, scdnofpc); list(est = num(coef(r)), se = num(SE(r))) })
for (ty in c("BRR", "JKn")) put(paste0("scd.as.", ty, ".ratio"), { r <- svyratio(~alive, ~arrests, as.svrepdesign(scdnofpc, type = ty)); list(est = num(coef(r)), se = num(SE(r))) })
put("scd.as.Fay.ratio", { r <- svyratio(~alive, ~arrests, as.svrepdesign(scdnofpc, type = "Fay", fay.rho = 0.3)); list(est = num(coef(r)), se = num(SE(r))) })
# ---- calibration family
pop.stype <- data.frame(stype = c("E","H","M"), Freq = c(4421, 755, 1018))
pop.sch   <- data.frame(sch.wide = c("No","Yes"), Freq = c(1072, 5122))
for (n in c("clus1","clus1N","strat")) {
  d <- D[[n]]
  ps <- postStratify(d, ~stype, pop.stype)
  put(paste0(n, ".postStratify.weights"), num(weights(ps)))
  put(paste0(n, ".postStratify.mean.api00"), st(svymean(~api00, ps)))
  put(paste0(n, ".postStratify.total.enroll"), st(svytotal(~enroll, ps)))
  rk <- rake(d, list(~stype, ~sch.wide), list(pop.stype, pop.sch), control = list(maxit = 200, epsilon = 1e-12, verbose = FALSE))
  put(paste0(n, ".rake.weights"), num(weights(rk)))
  put(paste0(n, ".rake.mean.api00"), st(svymean(~api00, rk)))
  put(paste0(n, ".rake.total.enroll"), st(svytotal(~enroll, rk)))
  put(paste0(n, ".rake.by.stype"), by(svyby(~api00, ~stype, rk, svymean)))
  tot <- c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018, api99 = 3914069)
  for (cf in c("linear", "raking", "logit")) {
    cal <- try(if (cf == "logit") calibrate(d, ~stype + api99, tot, calfun = "logit", bounds = c(0.5, 2.0), epsilon = 1e-12, maxit = 200)
               else calibrate(d, ~stype + api99, tot, calfun = cf, epsilon = 1e-12, maxit = 200), silent = TRUE)
    if (inherits(cal, "try-error")) { R[[paste0(n, ".calibrate.", cf)]] <- list(error = as.character(cal)); next }
    put(paste0(n, ".calibrate.", cf, ".weights"), num(weights(cal)))
    put(paste0(n, ".calibrate.", cf, ".mean.api00"), st(svymean(~api00, cal)))
    put(paste0(n, ".calibrate.", cf, ".total.enroll"), st(svytotal(~enroll, cal)))
    put(paste0(n, ".calibrate.", cf, ".ratio"), { r <- svyratio(~api.stu, ~enroll, cal); list(est = num(coef(r)), se = num(SE(r))) })
  }
  calb <- try(calibrate(d, ~stype + api99, tot, calfun = "linear", bounds = c(0.6, 1.6), epsilon = 1e-12, maxit = 500), silent = TRUE)
  if (!inherits(calb, "try-error")) { put(paste0(n, ".calibrate.linbounded.weights"), num(weights(calb))); put(paste0(n, ".calibrate.linbounded.mean"), st(svymean(~api00, calb))) }
  tr <- trimWeights(rk, upper = 1.5 * median(weights(rk)), lower = 0.5 * median(weights(rk)), strict = FALSE)
  put(paste0(n, ".trim.weights"), num(weights(tr)))
}
# ---- replicate designs
pairs <- list(JK1 = as.svrepdesign(clus1, type = "JK1"), JKn = as.svrepdesign(strat, type = "JKn"), JKnN = as.svrepdesign(stratN, type = "JKn"),
              nhJKn = as.svrepdesign(nh, type = "JKn"), nhBRR = suppressWarnings(as.svrepdesign(nh, type = "BRR", large = "merge")))
for (n in names(pairs)) {
  d <- pairs[[n]]
  put(paste0("rep.", n, ".meta"), list(nrep = ncol(weights(d)), scale = d$scale, rscales = num(d$rscales), degf = degf(d), mse = d$mse))
  if (grepl("^nh", n)) put(paste0("rep.", n, ".mean"), st(svymean(~HI_CHOL, d, na.rm = TRUE)))
  else { put(paste0("rep.", n, ".mean"), st(svymean(~api00 + stype, d))); put(paste0("rep.", n, ".total"), st(svytotal(~enroll, d)))
         put(paste0("rep.", n, ".quantile"), { x <- svyquantile(~api00, d, c(.25,.5,.75)); list(est = num(coef(x)), se = num(SE(x)), ci = unname(as.matrix(confint(x)))) })
         put(paste0("rep.", n, ".chisq.F"), ht(svychisq(~sch.wide + stype, d, statistic = "F"))) }
}
R$rep.BRR.nh.weights.hadamard <- list(note = "BRR replicate matrix is not unique: compare the estimate and SE (full orthogonal balance => the same SE for a linear statistic)")
# bootstrap: replicate weights are random, so they are written out and become the INPUT of the other implementation
set.seed(20260101)
for (ty in c("bootstrap", "subbootstrap")) {
  b <- as.svrepdesign(stratN, type = ty, replicates = 50)
  write.csv(weights(b, type = "analysis"), file.path(out, "data", paste0("apistrat_", ty, "_repweights.csv")), row.names = FALSE)
  put(paste0("rep.", ty, ".meta"), list(nrep = ncol(weights(b)), scale = b$scale, rscales = num(b$rscales)[1:3], mse = b$mse))
  put(paste0("rep.", ty, ".mean"), st(svymean(~api00 + stype, b)))
  put(paste0("rep.", ty, ".total"), st(svytotal(~enroll, b)))
}
b <- as.svrepdesign(svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc), type = "mrbbootstrap", replicates = 50)
write.csv(weights(b, type = "analysis"), file.path(out, "data", "apistrat_mrbbootstrap_repweights.csv"), row.names = FALSE)
put("rep.mrbbootstrap.mean", st(svymean(~api00, b)))
# raked replicate design (raking repeated in every replicate)
rkr <- rake(pairs$JK1, list(~stype, ~sch.wide), list(pop.stype, pop.sch), control = list(maxit = 200, epsilon = 1e-12))
put("rep.JK1.rake.mean", st(svymean(~api00, rkr)))
R$.meta <- list(R = R.version.string, survey = as.character(packageVersion("survey")), platform = R.version$platform,
                options = list(lonely.psu = getOption("survey.lonely.psu"), ultimate.cluster = getOption("survey.ultimate.cluster")))
# jsonlite stops at 15 significant digits: a small writer of our own keeps 17 (a double round-trips)
js <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) { v <- vapply(x, js, ""); n <- names(x)
    return(if (is.null(n)) paste0("[", paste(v, collapse = ","), "]") else paste0("{", paste0("", paste(sprintf('"%s":%s', n, v), collapse = ",")), "}")) }
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(r) js(unname(r))), collapse = ","), "]"))
  if (is.factor(x)) x <- as.character(x)
  if (is.character(x)) return(if (length(x) == 1) as.character(toJSON(x, auto_unbox = TRUE)) else as.character(toJSON(x)))
  f <- ifelse(is.na(x) | is.infinite(x), "null", if (is.logical(x)) ifelse(x, "true", "false") else sprintf("%.17g", x))
  if (length(f) == 1) { if (!is.null(names(x))) sprintf('{"%s":%s}', names(x), f) else f }
  else if (!is.null(names(x))) paste0("{", paste(sprintf('"%s":%s', names(x), f), collapse = ","), "}") else paste0("[", paste(f, collapse = ","), "]")
}
writeLines(js(R), file.path(out, "reference.json"))
cat(length(T), "checks,", sum(sapply(R, function(x) is.list(x) && !is.null(x$error))), "errors\n")
cat("total seconds", sum(unlist(T)), "\n")
