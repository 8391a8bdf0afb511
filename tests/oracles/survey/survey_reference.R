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

tight <- glm.control(epsilon = 1e-15, maxit = 200)  # R's default of 1e-8 leaves 1e-5 on the errors
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
  put(paste0(n, ".glm.quasibinomial"), { g <- svyglm(I(sch.wide == "Yes") ~ ell + meals + mobility, d, family = quasibinomial(), control = tight); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g)), p = num(coef(summary(g))[,4]),
        wald = unlist(unclass(regTermTest(g, ~ell + meals))[c("Ftest","df","ddf","p")])) })
  put(paste0(n, ".glm.quasipoisson"), { g <- svyglm(api.stu ~ ell + meals, d, family = quasipoisson(), control = tight); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g))) })
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
put("nhanes.glm", { g <- svyglm(HI_CHOL ~ race + agecat + RIAGENDR, nh, family = quasibinomial(), control = tight); list(names = names(coef(g)), est = num(coef(g)), se = num(SE(g))) })
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

# ---- raking with the exact projection on all margins
for (n in c("clus1", "clus1N", "strat")) {
  d <- D[[n]]
  cr <- calibrate(d, ~stype + sch.wide, c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018, sch.wideYes = 5122), calfun = "raking", epsilon = 1e-14, maxit = 200)
  put(paste0(n, ".raked.mean"), st(svymean(~api00 + enroll, cr, na.rm = TRUE)))
  put(paste0(n, ".raked.total.enroll"), st(svytotal(~enroll, cr, na.rm = TRUE)))
  put(paste0(n, ".raked.by.stype"), by(svyby(~api00, ~stype, cr, svymean)))
  put(paste0(n, ".raked.by.awards"), by(svyby(~api00, ~awards, cr, svymean)))
  put(paste0(n, ".raked.ratio"), { r <- svyratio(~api.stu, ~enroll, cr, na.rm = TRUE); list(est = num(coef(r)), se = num(SE(r))) })
  put(paste0(n, ".raked.glm"), { g <- svyglm(api00 ~ ell + meals, cr); list(est = num(coef(g)), se = num(SE(g))) })
  put(paste0(n, ".raked.quantile"), { x <- svyquantile(~api00, cr, c(.25, .5, .75)); list(est = num(coef(x)), ci = unname(as.matrix(confint(x)))) })
  ps <- postStratify(d, ~stype, pop.stype)
  twice <- calibrate(ps, ~api99, c(`(Intercept)` = 6194, api99 = 3914069), calfun = "raking", epsilon = 1e-14, maxit = 200)
  put(paste0(n, ".twice.mean"), st(svymean(~api00 + enroll, twice, na.rm = TRUE)))
  heter <- calibrate(d, ~api99 - 1, c(api99 = 3914069), variance = d$variables$api99)
  put(paste0(n, ".ratiocal.weights"), num(weights(heter)))
  put(paste0(n, ".ratiocal.total"), st(svytotal(~api00, heter)))
}
# ---- differences of domains with the covariance svyby leaves out: the coefficients of a regression on the domain
for (n in names(D)) put(paste0(n, ".difference.stype"), { g <- svyglm(api00 ~ stype, D[[n]]); list(est = num(coef(g))[-1], se = num(SE(g))[-1]) })
# ---- lonely units
lone <- apistrat[apistrat$stype != "H" | seq_len(nrow(apistrat)) == which(apistrat$stype == "H")[1], ]
for (policy in c("remove", "certainty", "adjust", "average")) {
  options(survey.lonely.psu = policy)
  d <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = lone)
  put(paste0("lonely.", policy, ".total"), st(svytotal(~api00, d))); put(paste0("lonely.", policy, ".mean"), st(svymean(~api00, d)))
  d2 <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2)
  put(paste0("lonely2.", policy, ".mean"), st(svymean(~api00, d2)))
  if (policy %in% c("remove", "adjust", "average")) put(paste0("lonely.", policy, ".jkn"), st(svymean(~api00, as.svrepdesign(d, type = "JKn"))))
}
options(survey.lonely.psu = "fail")
# ---- a stratified two-stage design, and youth risk
yr <- svydesign(id = ~psu, weights = ~weight, strata = ~stratum, nest = TRUE, data = yrbs)
put("yrbs.mean", st(svymean(~I(qn8 == 1), yr, na.rm = TRUE)))
mu$variables$half <- factor(mu$variables$id1 <= 31)
put("mu284.ratio", { r <- svyratio(~y1, ~id2, mu); list(est = num(coef(r)), se = num(SE(r))) })
put("mu284.by", by(svyby(~y1, ~half, mu, svymean)))
put("hospital.mean", st(svymean(~births, hosp))); put("hospital.by", by(svyby(~births, ~oblevel, hosp, svytotal)))
put("fpc.total.x", st(svytotal(~x, hard))); put("fpc.sizes.total", st(svytotal(~x, svydesign(id = ~psuid, strata = ~stratid, weights = ~weight, fpc = ~Nh, data = fpc, nest = TRUE))))
options(survey.lonely.psu = "adjust"); cd <- svydesign(id = ~1, strata = ~stratum, weights = ~weight, data = crowd); options(survey.lonely.psu = "adjust"); put("crowd.ratio", { r <- svyratio(~person, ~rooms, cd); list(est = num(coef(r)), se = num(SE(r))) }); options(survey.lonely.psu = "fail")
# ---- half-samples with the matrix R chose
put("scd.brr.hadamard", { w <- weights(as.svrepdesign(scdnofpc, type = "BRR"), type = "analysis"); lapply(seq_len(ncol(w)), function(j) num(w[, j])) })
put("scd.fay.matrix", hadamard(3))
put("scd.fay.given", { r <- svyratio(~alive, ~arrests, as.svrepdesign(scdnofpc, type = "Fay", fay.rho = 0.3, hadamard.matrix = hadamard(3))); list(est = num(coef(r)), se = num(SE(r))) })
# ---- ordinal regression: the derivatives of optim are numeric, so a few digits only
put("ordinal", { d <- clus1N; d$variables$level <- cut(d$variables$api00, c(0, 550, 650, 750, 1000)); o <- svyolr(level ~ ell + meals, d, control = list(reltol = 1e-15, maxit = 500)); list(est = num(c(o$coefficients, o$zeta)), se = num(sqrt(diag(o$var))), df = o$df.residual) })
# ---- Borich: mean of (importance - mastery) times the mean importance; ell stands for importance, meals for mastery
put("borich", { m <- svymean(~I(meals - ell) + meals, clus1); b <- svycontrast(m, quote(`I(meals - ell)` * meals)); list(est = num(coef(b)), se = num(SE(b))) })
put("ranked", { d <- clus1; d$variables$s <- sign(d$variables$ell - d$variables$meals) * 100; st(svymean(~s, d)) })
# ---- adjusted residuals: the departure of a cell from independence over its error
put("residuals", { d <- clus1; v <- d$variables; for (a in levels(v$sch.wide)) for (b in levels(v$stype)) v[[paste0("c", a, b)]] <- as.numeric(v$sch.wide == a & v$stype == b)
  d$variables <- v; m <- svymean(~cNoE + cNoH + cNoM + cYesE + cYesH + cYesM, d)
  z <- svycontrast(m, list(NoE = quote(cNoE - (cNoE + cNoH + cNoM) * (cNoE + cYesE)), YesM = quote(cYesM - (cYesE + cYesH + cYesM) * (cNoM + cYesM))))
  list(z = num(coef(z)) / num(SE(z))) })
put("tworow.percent", { b <- svyby(~stype, ~sch.wide, clus1, svymean); list(est = num(coef(b)), se = num(unlist(SE(b)))) })
# ---- scales and agreement
items <- na.omit(apiclus1[, c("meals", "ell", "not.hsg", "mobility")])
put("alpha.weighted", list(est = num(svycralpha(~meals + ell + not.hsg + mobility, clus1))))
put("alpha.psych", list(est = num(suppressWarnings(psych::alpha(items, warnings = FALSE))$total$raw_alpha)))
put("omega.ml", { f <- factanal(items, 1, control = list(opt = list(factr = 1e-3, maxit = 10000), lower = 1e-4)); l <- abs(num(loadings(f))); list(est = sum(l)^2 / (sum(l)^2 + sum(f$uniquenesses)), loadings = l) })
set.seed(7); ra <- sample(4, 120, TRUE); rb <- ifelse(runif(120) < .6, ra, sample(4, 120, TRUE))
write.csv(data.frame(a = ra, b = rb), file.path(out, "data", "raters.csv"), row.names = FALSE)
put("kappa", { k <- psych::cohen.kappa(cbind(ra, rb)); list(kappa = num(k$kappa), quadratic = num(k$weighted.kappa)) })
put("election.meansquare", sum(election$p^2) / 40)
# ---- two waves of the same schools, and a one-sample test
put("waves", { long <- rbind(data.frame(dnum = apiclus1$dnum, pw = apiclus1$pw, api = apiclus1$api99, wave = 0), data.frame(dnum = apiclus1$dnum, pw = apiclus1$pw, api = apiclus1$api00, wave = 1))
  g <- svyglm(api ~ wave, svydesign(id = ~dnum, weights = ~pw, data = long)); list(est = num(coef(g))[2], se = num(SE(g))[2]) })
put("onesample", ht(svyttest(I(api00 - 650) ~ 0, clus1)))
# ---- distribution functions
put("distributions", list(t = qt(c(.6, .9, .975, .995, .9999), 3.7), t2 = qt(c(.975, .995), c(1, 1e5)), z = qnorm(c(1e-10, .01, .3, .975, .999999)), pt = pt(c(.01, 1, 5, 40), c(2, 14, 184, 7), lower.tail = FALSE),
  pf = pf(c(.2, 1.5, 4, 30), c(1.4, 3, 5, 2), c(20, 7.7, 1e6, 15), lower.tail = FALSE), chi = pchisq(c(.1, 3, 30, 200), c(1, 2.5, 10, 150), lower.tail = FALSE),
  beta = qbeta(c(.025, .5, .975), c(.6, 12, 4000), c(3, 90.5, 55))))
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
