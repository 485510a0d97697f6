#!/usr/bin/env bash
# Runs Gongkai with its sample reports on http://127.0.0.1:5080; arguments go to the site, such as --urls http://127.0.0.1:8080.
set -euo pipefail
cd "$(dirname "$0")"
./build.sh setup site
exec dotnet run --project src/Gongkai.Web -- "$@"
