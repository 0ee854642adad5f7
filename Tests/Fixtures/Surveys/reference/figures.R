# Figures of the surveys beside the repository, computed by R alone: Rscript figures.R DATA > figures.csv
#
# Columns: group, data (a codebook of this folder), wave, slice, kind, subject, statistic, value, n.
options(digits = 17, warn = 2)
data_folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
for (part in c("definitions.R", "examples.R", "surveys.R")) source(file.path(here, part))

versions <- vapply(c("psych", "coin", "car", "survey"), function(p) paste(p, packageVersion(p)), "")
cat("# ", paste(c(R.version.string, versions), collapse = "; "), "\n", sep = "")
cat("group,data,wave,slice,kind,subject,statistic,value,n\n")
cat(unlist(rows), sep = "\n"); cat("\n")
