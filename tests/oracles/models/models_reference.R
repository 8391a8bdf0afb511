#!/usr/bin/env Rscript
# Models, tests and scales on awkward data: missing values, weights of zero, absent categories, empty cells, dollars and years as they come.
# Where R's own functions stop early (svyglm, svyolr, factanal), the solution is polished here by Newton steps on exact derivatives, and the
# covariance is R's own svyrecvar or svrVar of exact scores.
# Usage: Rscript models_reference.R OUT_DIR  ->  OUT_DIR/reference.json, OUT_DIR/data/*.csv
suppressMessages(library(survey))
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
dir.create(file.path(out, "data"), recursive = TRUE, showWarnings = FALSE)
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(2718)
R <- list(); num <- function(x) unname(as.numeric(x)); put <- function(key, expr) R[[key]] <<- suppressWarnings(expr)

# ---- data
g <- expand.grid(i = 1:6, psu = 1:8, st = 1:4); g <- g[g$i == 1 | runif(nrow(g)) < .9, ]; n <- nrow(g)
u <- rnorm(32, 0, .5)[g$psu + 8 * (g$st - 1)]
pick <- function(k, p = k:1) sample(k, n, TRUE, p)
a <- pick(3) + 1L; b <- pmin(4L, pick(4, c(5, 3, 2, .6)) + (runif(n) < .25) * (a == 3)); x1 <- round(rnorm(n) + u, 4)
lin <- .7 * x1 + .4 * a + u
s <- data.frame(st = g$st, psu = g$psu, w = round(10 * exp(rnorm(n)), 3), A = letters[a], B = LETTERS[b], Z = sample(c("in", "out"), n, TRUE, c(3, 1)), g1 = sample(c("n", "s", "e"), n, TRUE), g2 = sample(c("f", "m"), n, TRUE),
  x1 = x1, income = round(40000 * exp(rnorm(n, 0, .6) + .2 * lin)), year = sample(2001:2010, n, TRUE), y = round(1e5 + 10 * lin + rnorm(n, 0, 5), 2), bin = rbinom(n, 1, plogis(lin - 1)), cnt = rpois(n, exp(.5 * lin)))
s$O <- paste0("o", findInterval(lin + rlogis(n), c(-1.5, 0, 1.2, 3)) + 1); s$B[s$A == "d" & s$B == "D"] <- "A"
r1 <- pick(4); r2 <- ifelse(runif(n) < .6, r1, pick(4)); r3 <- ifelse(runif(n) < .5, r1, pick(4)); f <- rnorm(n) + u
for (j in 1:3) s[[paste0("r", j)]] <- list(r1, r2, r3)[[j]]
for (j in 1:5) s[[paste0("i", j)]] <- round(2000 + c(.4, .8, 1, 1.3, .6)[j] * f + rnorm(n, 0, c(1, .5, 1, 2, .2)[j]), 2)
for (v in c("A", "B", "O", "x1", "y", "r1", "r2", "r3")) s[[v]][runif(n) < .06] <- NA
s$w[runif(n) < .04] <- 0
write.csv(s, file.path(out, "data", "awkward.csv"), row.names = FALSE); write.csv(longley, file.path(out, "data", "longley.csv"), row.names = FALSE)
write.csv(attitude, file.path(out, "data", "attitude.csv"), row.names = FALSE)
write.csv(data.frame(case = infert$case, age = infert$age, parity = infert$parity, education = infert$education, spontaneous = infert$spontaneous, stratum = infert$stratum), file.path(out, "data", "infert.csv"), row.names = FALSE)
for (v in c("A", "B", "O", "g1", "g2", "Z")) s[[v]] <- factor(s[[v]])
pos <- s[s$w > 0, ]; N <- sum(pos$w)
plain <- svydesign(id = ~psu, strata = ~st, weights = ~w, nest = TRUE, data = s)
raked <- calibrate(svydesign(id = ~psu, strata = ~st, weights = ~w, nest = TRUE, data = pos), ~g1 + g2, c(`(Intercept)` = N, g1n = .4 * N, g1s = .25 * N, g2m = .45 * N), calfun = "raking", epsilon = 1e-14, maxit = 200)
D <- list(plain = plain, raked = raked, jackknife = as.svrepdesign(plain, type = "JKn"))

# ---- covariance of estimates from the influence of each row, or from replicates
W <- function(d) weights(d, "sampling")
cov_of <- function(d, influence, refit, est) {
  if (inherits(d, "svyrep.design")) { rw <- weights(d, "analysis"); th <- sapply(seq_len(ncol(rw)), function(k) refit(rw[, k])); return(svrVar(if (is.matrix(th)) t(th) else cbind(th), d$scale, d$rscales, mse = d$mse, coef = est)) }
  x <- influence * W(d); x[W(d) == 0, ] <- 0; svyrecvar(x, d$cluster, d$strata, d$fpc, postStrata = d$postStrata) }
frame_of <- function(d, formula, dom) { mf <- model.frame(formula, d$variables, na.action = na.pass); ok <- dom & complete.cases(mf) & W(d) > 0; list(ok = ok, mf = droplevels(mf[ok, , drop = FALSE])) }

glm_exact <- function(d, formula, fam, dom = TRUE) {
  fr <- frame_of(d, formula, dom); ok <- fr$ok; X <- model.matrix(formula, fr$mf); y <- num(model.response(fr$mf))
  fit <- function(w) { w <- w[ok]; b <- glm.fit(X, y, weights = w / mean(w), family = fam, control = glm.control(1e-15, 200))$coefficients
    for (i in 1:2) { mu <- fam$linkinv(drop(X %*% b)); v <- fam$variance(mu); b <- b + qr.coef(qr(sqrt(w * v) * X, tol = 1e-14), sqrt(w / v) * (y - mu)) }; b }
  b <- fit(W(d)); mu <- fam$linkinv(drop(X %*% b)); q <- qr(sqrt(W(d)[ok] * fam$variance(mu)) * X, tol = 1e-14); A <- chol2inv(qr.R(q)); A[q$pivot, q$pivot] <- A
  infl <- matrix(0, length(ok), ncol(X)); infl[ok, ] <- (X * (y - mu)) %*% A
  list(names = names(b), est = num(b), se = num(sqrt(diag(cov_of(d, infl, fit, b)))), df = degf(d[which(ok), ]) + 1 - ncol(X), n = sum(ok)) }

olr_exact <- function(d, formula, dom = TRUE) {
  fr <- frame_of(d, formula, dom); ok <- fr$ok; y <- as.integer(model.response(fr$mf)); K <- max(y); X0 <- model.matrix(formula, fr$mf)[, -1, drop = FALSE]
  centre <- colMeans(X0); scale <- apply(X0, 2, sd); X <- sweep(sweep(X0, 2, centre), 2, scale, "/"); p <- ncol(X)
  back <- function(th) { be <- th[1:p] / scale; c(be, th[-(1:p)] + sum(be * centre)) }
  der <- function(th, w) { z <- c(-Inf, th[-(1:p)], Inf); eta <- drop(X %*% th[1:p]); up <- z[y + 1] - eta; lo <- z[y] - eta
    P <- ifelse(lo > 0, plogis(-lo) - plogis(-up), plogis(up) - plogis(lo)); fu <- dlogis(up); fl <- dlogis(lo)
    U <- cbind(-X * is.finite(up), outer(y, 1:(K - 1), "==")); L <- cbind(-X * is.finite(lo), outer(y - 1, 1:(K - 1), "==")); S <- (fu * U - fl * L) / P
    list(S = S, H = -(t(U) %*% (w * fu * -tanh(up / 2) / P * U) - t(L) %*% (w * fl * -tanh(lo / 2) / P * L) - t(S) %*% (w * S))) }
  solve_ <- function(w) { w <- w[ok]; th <- c(rep(0, p), qlogis(cumsum(tapply(w, factor(y, 1:K), sum))[-K] / sum(w)))
    for (i in 1:60) { e <- der(th, w); step <- solve(e$H, colSums(w * e$S), tol = 1e-30); h <- 1; while (any(diff((th + h * step)[-(1:p)]) <= 0)) h <- h / 2; th <- th + h * step; if (max(abs(step)) < 1e-14) break }; th }
  th <- solve_(W(d)); e <- der(th, W(d)[ok]); infl <- matrix(0, length(ok), length(th)); infl[ok, ] <- t(apply(e$S %*% solve(e$H, tol = 1e-30), 1, back))
  list(est = num(back(th)), se = num(sqrt(diag(cov_of(d, infl, function(w) back(solve_(w)), back(th))))), df = degf(d[which(ok), ]) - p, n = sum(ok)) }

for (k in names(D)) { d <- D[[k]]; v <- d$variables; inside <- v$Z == "in"
  put(paste0(k, ".gaussian"), glm_exact(d, y ~ x1 * A + year, gaussian()))
  put(paste0(k, ".quadratic"), glm_exact(d, y ~ year + I(year^2), gaussian(), inside))
  put(paste0(k, ".logistic"), glm_exact(d, bin ~ x1 + A + income, quasibinomial(), inside))
  put(paste0(k, ".poisson"), glm_exact(d, cnt ~ B + year, quasipoisson()))
  put(paste0(k, ".ordinal"), olr_exact(d, O ~ x1 + A)); put(paste0(k, ".ordinal.dollars"), olr_exact(d, O ~ income + year + g2, inside))
  # R counts the rows dropped in n and their units in the degrees of freedom: here those of the rows used
  ok <- inside & !is.na(v$A) & !is.na(v$B) & W(d) > 0; used <- d[which(ok), ]; nu <- degf(used); rows_in_R <- nrow(used$variables)
  for (m in c("F", "Chisq", "Wald", "adjWald")) put(paste0(k, ".association.", m), { t <- svychisq(~A + B, used, statistic = m); x <- num(t$statistic); p <- num(t$parameter)
    if (m == "F") { p[2] <- p[1] * nu } else if (m == "Chisq") { x <- x * sum(ok) / rows_in_R } else if (m == "Wald") { p[2] <- nu } else { x <- x / p[2] * (nu - p[1] + 1) * (p[2] + p[1] - 1) / nu; p[2] <- nu - p[1] + 1 }
    list(statistic = x, parameter = p, p = if (m == "Chisq") num(t$p.value) else pf(x, p[1], p[2], lower.tail = FALSE)) })
  one <- d[which(!is.na(v$y)), ]; one$variables$y[is.na(one$variables$y)] <- 0  # R breaks on values missing outside a calibrated domain
  put(paste0(k, ".onesample"), { t <- svyttest(I(y - 1e5) ~ 0, one); list(statistic = num(t$statistic), parameter = num(t$parameter)) })
  # ---- agreement of two raters, and alpha of five items centred near 2000, each with the error of its influence
  q1 <- v$r1; q2 <- v$r2; both <- inside & !is.na(q1) & !is.na(q2); cells <- function(w) { P <- matrix(0, 4, 4); for (i in 1:4) for (j in 1:4) P[i, j] <- sum(w[both & q1 == i & q2 == j]); P }
  for (m in c("None", "Linear", "Quadratic")) put(paste0(k, ".kappa.", m), { apart <- outer(1:4, 1:4, function(i, j) switch(m, None = i != j, Linear = abs(i - j), Quadratic = (i - j)^2))
    value <- function(w) { P <- cells(w); P <- P / sum(P); 1 - sum(apart * P) / sum(apart * outer(rowSums(P), colSums(P))) }
    M <- sum(cells(W(d))); P <- cells(W(d)) / M; o <- sum(apart * P); e <- sum(apart * outer(rowSums(P), colSums(P))); G <- -apart / e + o / e^2 * outer(drop(apart %*% colSums(P)), drop(rowSums(P) %*% apart), "+")
    list(est = value(W(d)), se = num(sqrt(cov_of(d, cbind(ifelse(both, (G[cbind(q1, q2)] - sum(G * P)) / M, 0)), value, value(W(d)))))) })
  put(paste0(k, ".alpha"), { x <- sweep(as.matrix(v[paste0("i", 1:5)]), 2, 2000); w <- W(d); S <- function(w) cov.wt(x[w > 0, ], w[w > 0] / sum(w), method = "ML")$cov; value <- function(w) 5 / 4 * (1 - sum(diag(S(w))) / sum(S(w)))
    C <- sweep(x, 2, colSums(x * w) / sum(w)); T <- sum(S(w)); list(est = value(w), se = num(sqrt(cov_of(d, cbind(-5 / 4 / T * (rowSums(C^2) - sum(diag(S(w))) / T * rowSums(C)^2) / sum(w)), value, value(w))))) }) }

# ---- two-level data of R: matched cases, weights of the stratum
inf <- svydesign(id = ~stratum, weights = ~1, data = transform(infert, education = factor(education)))
put("infert.logistic", glm_exact(inf, case ~ age + parity + education + spontaneous, quasibinomial()))
put("infert.ordinal", olr_exact(svydesign(id = ~stratum, weights = ~1, data = transform(infert, parity = factor(parity))), parity ~ age + spontaneous))
put("longley", num(coef(lm(Employed ~ ., longley))))

# ---- one factor by maximum likelihood: nlminb on the concentrated likelihood from several starts, then Newton steps to the last digit
omega <- function(S) { k <- nrow(S); floor <- .005
  value <- function(l) { e <- eigen(S / sqrt(exp(l) %o% exp(l)), TRUE)$values[-1]; sum(e - log(e)) - k + 1 }
  loads <- function(l) { E <- eigen(S / sqrt(exp(l) %o% exp(l)), TRUE); exp(l / 2) * E$vectors[, 1] * sqrt(E$values[1] - 1) }
  slope <- function(l) { x <- loads(l); diag(x %o% x + diag(exp(l)) - S) / exp(l) }
  first <- log((1 - .5 / k) / diag(solve(S))); best <- NULL
  for (j in 0:k) { start <- first; if (j > 0) start[j] <- log(floor); o <- nlminb(start, value, slope, lower = log(floor), upper = 0, control = list(rel.tol = 1e-15, x.tol = 1e-15, iter.max = 5000, eval.max = 9000)); if (is.null(best) || o$objective < best$objective - 1e-10) best <- o }
  l <- best$par; free <- l > log(floor) + 1e-9; h <- 1e-5
  for (i in 1:20) { H <- sapply(which(free), function(j) { e <- replace(numeric(k), j, h); (slope(l + e) - slope(l - e))[free] / (2 * h) }); l[free] <- l[free] - solve(H, slope(l)[free]) }
  x <- loads(l); x <- x * sign(sum(x)); list(est = sum(x)^2 / (sum(x)^2 + sum(exp(l))), loadings = x, bound = any(!free)) }
put("omega.attitude", omega(cor(attitude)))
put("omega.weighted", omega(cov.wt(s[paste0("i", 1:5)], s$w / sum(s$w), cor = TRUE)$cor))


# ---- Krippendorff's alpha from the coincidence matrix, units with two ratings or more of three
ratings <- as.matrix(s[c("r1", "r2", "r3")])
for (m in c("Nominal", "Ordinal", "Interval")) put(paste0("krippendorff.", m), { C <- matrix(0, 4, 4)
  for (i in seq_len(n)) { q <- na.omit(ratings[i, ]); k <- length(q); if (k > 1) for (x in 1:k) for (z in 1:k) if (x != z) C[q[x], q[z]] <- C[q[x], q[z]] + 1 / (k - 1) }
  t <- rowSums(C); apart <- outer(1:4, 1:4, Vectorize(function(x, z) switch(m, Nominal = x != z, Interval = (x - z)^2, Ordinal = (sum(t[x:z]) - (t[x] + t[z]) / 2)^2)))
  1 - (sum(t) - 1) * sum(C * apart) / sum(outer(t, t) * apart) })

js <- function(x) {
  if (is.list(x)) { v <- vapply(x, js, ""); n <- names(x); return(if (is.null(n)) paste0("[", paste(v, collapse = ","), "]") else paste0("{", paste(sprintf('"%s":%s', n, v), collapse = ","), "}")) }
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(r) js(unname(r))), collapse = ","), "]"))
  f <- if (is.logical(x)) tolower(x) else if (is.character(x)) paste0('"', x, '"') else ifelse(is.na(x), "null", sprintf("%.17g", x)); if (length(f) == 1) f else paste0("[", paste(f, collapse = ","), "]") }
writeLines(js(R), file.path(out, "reference.json")); cat(length(R), "checks\n")
