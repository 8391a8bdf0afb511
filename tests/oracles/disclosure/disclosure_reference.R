#!/usr/bin/env Rscript
# What an attacker can derive, by another linear solver: tables in a hierarchy of rows with all their margins, a recode, a table without one region and a
# copy of a total, some cells hidden at random. For each hidden cell of a two-way leaf: its real interval, and for numbers of people the whole one.
# Usage: Rscript disclosure_reference.R OUT_DIR  ->  OUT_DIR/reference.json
suppressMessages(library(lpSolve))
args <- commandArgs(TRUE); out <- if (length(args)) args[1] else "."
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(1618)
cases <- list()
for (case in 1:24) { fractions <- case %% 3 == 0; a <- sample(2:3, 1); b <- sample(2:3, 1); k <- sample(2:4, 1)
  value <- numeric(); sums <- list()
  add <- function(v) { value <<- c(value, v); length(value) }
  total <- function(parts) { t <- add(sum(value[parts])); sums[[length(sums) + 1]] <<- list(total = t - 1, parts = I(parts - 1)); t }
  leaf <- array(0, c(a, b, k)); for (i in seq_along(leaf)) leaf[i] <- add(if (fractions) round(runif(1, 0, 5000)^1.5, 2) else sample(0:12, 1))
  mid <- matrix(0, a, k); for (i in 1:a) for (j in 1:k) mid[i, j] <- total(leaf[i, , j]); for (i in 1:a) for (h in 1:b) total(leaf[i, h, ])
  top <- sapply(1:k, function(j) total(mid[, j])); side <- sapply(1:a, function(i) total(mid[i, ])); all <- total(top); sums[[length(sums) + 1]] <- list(total = all - 1, parts = I(side - 1))
  total(top[1:2]); without <- sapply(1:k, function(j) add(sum(value[mid[-1, j]]))); for (j in 1:k) sums[[length(sums) + 1]] <- list(total = without[j] - 1, parts = I(mid[-1, j] - 1))
  copy <- add(value[side[1]]); same <- c(side[1], copy) - 1; rest <- add(value[copy] - value[mid[1, 1]]); sums[[length(sums) + 1]] <- list(total = copy - 1, parts = I(c(mid[1, 1], rest) - 1))
  hidden <- runif(length(value)) < c(.6, .45, .75)[case %% 3 + 1]; u <- which(hidden); place <- match(seq_along(value), u)
  rows <- c(lapply(sums, function(s) rbind(c(s$total + 1, 1), cbind(s$parts + 1, -1))), list(rbind(c(same[1] + 1, 1), c(same[2] + 1, -1))))
  A <- t(sapply(rows, function(r) { x <- numeric(length(u)); for (i in seq_len(nrow(r))) if (hidden[r[i, 1]]) x[place[r[i, 1]]] <- x[place[r[i, 1]]] + r[i, 2]; x }))
  right <- sapply(rows, function(r) -sum(r[!hidden[r[, 1]], 2] * value[r[!hidden[r[, 1]], 1]])); keep <- rowSums(A != 0) > 0; scale <- if (fractions) max(value) else 1
  end <- function(cell, way, whole) { o <- numeric(length(u)); o[place[cell]] <- 1; r <- lp(way, o, A[keep, , drop = FALSE], rep("=", sum(keep)), right[keep] / scale, int.vec = if (whole) seq_along(u) else NULL); if (r$status == 0) r$objval * scale else if (r$status == 3) NA else stop("status ", r$status) }
  look <- intersect(leaf, u)
  cases[[case]] <- list(fractions = fractions, values = value, hidden = u - 1, sums = lapply(sums, function(s) list(total = s$total, parts = I(s$parts))), same = same, cells = look - 1,
    low = sapply(look, end, "min", FALSE), high = sapply(look, end, "max", FALSE), lowWhole = if (fractions) numeric() else sapply(look, end, "min", TRUE), highWhole = if (fractions) numeric() else sapply(look, end, "max", TRUE)) }
js <- function(x) {
  if (is.list(x)) { v <- vapply(x, js, ""); n <- names(x); return(if (is.null(n)) paste0("[", paste(v, collapse = ","), "]") else paste0("{", paste(sprintf('"%s":%s', n, v), collapse = ","), "}")) }
  f <- if (is.logical(x)) tolower(x) else ifelse(is.na(x), "null", sprintf("%.17g", x)); if (is.logical(x) || (length(f) == 1 && !inherits(x, "AsIs"))) f else paste0("[", paste(f, collapse = ","), "]") }
writeLines(js(list(cases = cases)), file.path(out, "reference.json")); cat(length(cases), "families,", sum(lengths(lapply(cases, `[[`, "cells"))), "cells\n")
