#!/usr/bin/env bash
# Builds and checks Gongkai; people and CI run the same script.
#   ./build.sh         install what is missing, check format, build, run every test
#   ./build.sh setup   only install what is missing; `setup site` leaves out what only the tests need
#   ./build.sh bench   build for release and run the benchmarks of bench/ (all, or those named: word html text pdf rules hostile tool fuzz record search kills web)
# The last line is always "N passed, N failed, N skipped". A step that fails before the tests counts as one failure.
set -uo pipefail
cd "$(dirname "$0")"

# The summary below is read by its English words, whatever the language of the machine.
export DOTNET_CLI_UI_LANGUAGE=en TESTINGPLATFORM_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

scope=.

# ---- what Gongkai calls but does not contain: package | how to see that it is there | what it is for
needs() {
  cat <<'LIST'
poppler-utils|command -v pdftotext|读取PDF (reading PDF)
mupdf-tools|command -v mutool|查找PDF中被遮盖的文字 (finding covered text in PDF)
antiword|command -v antiword|读取旧版Word文件 (reading .doc)
tesseract-ocr|command -v tesseract|识别扫描件 (recognising scans)
tesseract-ocr-chi-sim|tesseract --list-langs 2>&1 \| grep -qx chi_sim|识别中文扫描件 (recognising Chinese scans)
fontconfig|command -v fc-list|查找字体 (finding fonts)
fonts-wqy-zenhei|fc-list \| grep -qi wqy-zenhei|生成PDF用的黑体 (Chinese font for PDF)
fonts-arphic-uming|fc-list \| grep -qi uming|生成PDF用的宋体 (Chinese font for PDF)
chromium|command -v chromium \|\| command -v chromium-browser \|\| command -v google-chrome|生成PDF、网页测试 (writing PDF, browser tests)
libreoffice-writer-nogui|command -v soffice|没有Chromium时生成PDF、核对Word文件 (writing PDF without Chromium, checking Word files)
libreoffice-calc-nogui|ls /usr/lib/libreoffice/program/libsclo.so /opt/libreoffice*/program/libsclo.so 2>/dev/null \| grep -q .|核对电子表格 (checking spreadsheets)
LIST
  if [ "$scope" = . ]; then
    echo 'postgresql|ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null \| grep -q . \|\| command -v initdb|用PostgreSQL再测一遍 (the same tests on PostgreSQL)'
  fi
  if [ -n "$(npm_folders)" ]; then
    echo 'nodejs|command -v node|网页资源与校验 (web assets and validators)'
    echo 'npm|command -v npm|网页资源与校验 (web assets and validators)'
  fi
}

npm_folders() {
  find "$scope" -name node_modules -prune -o -name bin -prune -o -name obj -prune -o -name package-lock.json -printf '%h\n' | sort
}

missing() {
  needs | while IFS= read -r line; do
    local package="${line%%|*}" rest="${line#*|}"
    local what="${rest##*|}" probe="${rest%|*}"
    bash -c "${probe//\\|/|}" >/dev/null 2>&1 || echo "$package|$what"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=30 "$@" >/dev/null 2>&1
}

install_programs() {
  local packages
  packages=$(missing | cut -d'|' -f1)
  [ -n "$packages" ] || return 0
  if can_install; then
    echo "安装 (installing):" $packages
    apt update
    # Together when possible; one by one when a package has another name on this system, so that the others still come.
    # shellcheck disable=SC2086
    apt install -y --no-install-recommends $packages ||
      for package in $packages; do apt install -y --no-install-recommends "$package"; done
  fi
  missing | while IFS='|' read -r package what; do
    echo "缺少 (missing) $package：$what；没有它也能继续，相应功能和测试会跳过。"
  done
}

install_npm() {
  local folder
  for folder in $(npm_folders); do
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && continue
    command -v npm >/dev/null || { echo "缺少 npm：$folder 的网页资源没有安装。"; continue; }
    # npm leaves its own stamp older than a freshly checked-out lock file, hence the touch.
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json) || return 1
  done
}

finish() {
  echo "$1 passed, $2 failed, $3 skipped"
  [ "$2" = 0 ] && [ "$1" != 0 ]
  exit
}

setup() {
  command -v dotnet >/dev/null || { echo "缺少 .NET SDK 10 (missing .NET SDK 10)：https://dotnet.microsoft.com/download"; finish 0 1 0; }
  install_programs
  install_npm || { echo "npm ci 失败 (failed)。"; finish 0 1 0; }
}

bench() {
  local log status
  log=$(mktemp); trap 'rm -f "$log"' EXIT
  dotnet run -c Release --project bench/Gongkai.Bench -- "$@" | tee "$log"
  status=${PIPESTATUS[0]}
  tail -n 1 "$log" | grep -Eq '^[0-9]+ passed, [0-9]+ failed' || { echo "0 passed, 1 failed"; status=1; }
  exit "$status"
}

run_tests() {
  local log status passed failed skipped
  log=$(mktemp); trap 'rm -f "$log"' EXIT
  dotnet test --no-build --no-progress 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}

  # The totals of the whole solution stand after the last "Test run summary".
  total_of() { sed -n '/^Test run summary/,$p' "$log" | sed -nE "s/^ *$1: ([0-9]+).*/\1/p" | tail -n 1; }
  passed=$(total_of succeeded); failed=$(total_of failed); skipped=$(total_of skipped)
  passed=${passed:-0}; failed=${failed:-0}; skipped=${skipped:-0}

  [ "$status" != 0 ] && [ "$failed" = 0 ] && { echo "测试程序没有正常结束 (a test program did not end well)：exit $status"; failed=1; }
  finish "$passed" $((failed + $1)) "$skipped"
}

case "${1:-}" in
  setup) [ "${2:-}" = site ] && scope=src; setup; exit 0 ;;
  bench) shift; setup; bench "$@" ;;
  "") ;;
  *) echo "用法 (usage)：./build.sh [setup | bench]"; exit 2 ;;
esac

setup
dotnet restore -v quiet || finish 0 1 0
dotnet build --no-restore -v quiet -clp:NoSummary || { echo "编译未通过 (build failed)。"; finish 0 1 0; }
unformatted=0
dotnet format --no-restore --verify-no-changes || { echo "格式不符 (not formatted)：请运行 dotnet format。"; unformatted=1; }
run_tests "$unformatted"
