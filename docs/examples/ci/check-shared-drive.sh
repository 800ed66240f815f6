#!/bin/sh
# Check an evidence folder on a shared drive, and keep the reports where people find them.
#
# Says nothing if all is clear. Otherwise it says what is the matter, and cron sends that as a mail.
#
#   check-shared-drive.sh FOLDER REPORTS [OPTION]...
#
# FOLDER   the folder with register.toml; it is only read, so permission to read is enough
# REPORTS  where to put profile.html, gaps.csv and badge.svg; it must not lie inside FOLDER
# OPTION   any option of `readiness check`, such as --fail-on warning
set -u
if [ $# -lt 2 ]; then
    echo "usage: check-shared-drive.sh FOLDER REPORTS [OPTION]..." >&2
    exit 2
fi
folder=$1 reports=$2
shift 2
said=$(readiness check "$folder" "$@" \
    -o "html=$reports/profile.html" -o "csv=$reports/gaps.csv" -o "badge=$reports/badge.svg" 2>&1)
code=$?
case $code in
0) ;;
1) printf '%s\n\nThe profile: %s\n' "$said" "$reports/profile.html" ;;
*) printf 'The evidence could NOT be judged (exit code %s). Do not trust the reports of today.\n\n%s\n' "$code" "$said" ;;
esac
exit "$code"
