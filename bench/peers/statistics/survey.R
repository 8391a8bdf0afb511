#!/usr/bin/env Rscript
# The job in R survey, the fair way: calibrate(calfun = "raking"), then svyby for every question. Usage: survey.R DATA.csv OUT_DIR
# Its errors use the exact projection on all margins, as ours do.
suppressMessages({library(survey); library(data.table)})
a <- commandArgs(TRUE); csv <- a[1]; out <- a[2]; dir.create(out, recursive = TRUE, showWarnings = FALSE)
say <- function(step, t) cat(sprintf('{"step":"%s","wall_s":%.3f,"cpu_s":%.3f}\n', step, t["elapsed"], sum(t[c("user.self","sys.self","user.child","sys.child")], na.rm = TRUE)))
t <- system.time({ dt <- as.data.frame(fread(csv)); qs <- grep("^q", names(dt), value = TRUE); marg <- c("m_region", "m_size", "m_job", "m_age")
for (v in c(marg, "domain", qs)) dt[[v]] <- factor(dt[[v]]); pop <- fread(sub("\\.csv$", ".margins.csv", csv)) }); say("read_and_factor", t)
t <- system.time(des <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = dt, nest = TRUE)); say("svydesign", t)
f <- as.formula(paste("~", paste(marg, collapse = "+"))); mm <- colnames(model.matrix(f, dt[1:1000, ]))
tot <- sapply(mm, function(n) if (n == "(Intercept)") sum(pop[variable == marg[1]]$total) else { v <- marg[startsWith(n, marg)]; pop[variable == v & level == as.integer(sub(v, "", n))]$total })
t <- system.time(cr <- calibrate(des, f, tot, calfun = "raking", epsilon = 1e-10, maxit = 100)); say("calibrate_raking_4_margins", t)
one <- function(q, mc = FALSE) svyby(as.formula(paste0("~", q)), ~domain, cr, svymean, na.rm = TRUE, multicore = mc)
res <- list(); t <- system.time(for (q in qs) { b <- one(q); res[[q]] <- data.frame(q = q, domain = rep(b$domain, (ncol(b) - 1) / 2), name = names(coef(b)), est = as.numeric(coef(b)), se = as.numeric(unlist(SE(b)))) })
say(sprintf("svyby_%dq_by_10_domains", length(qs)), t)
write.csv(do.call(rbind, res), file.path(out, "r-svyby-calibrated.csv"), row.names = FALSE, quote = FALSE); write.csv(data.frame(id = dt$id, w = sprintf("%.17g", weights(cr))), file.path(out, "r-calibrated-weights.csv"), row.names = FALSE, quote = FALSE)
cat(sprintf('{"step":"peak_mem_MB","value":%.0f}\n', sum(gc()[, 6])))
