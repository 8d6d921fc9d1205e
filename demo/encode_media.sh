#!/bin/bash
# Usage: encode_media.sh FOLDER
#
# Re-encodes the demo's three cameras from FOLDER (the high-rate clips of demo/README.md) into demo/media, at most
# 15 MB in all: main 1280x720 and sub 640x360, 15 fps, a key frame every 2 s, no B-frames, frame for frame the same
# moments as the source, so that demo/labels stay true. Two passes each; needs ffmpeg with libx264 and libx265.
set -euo pipefail

source_folder=${1:?"usage: encode_media.sh FOLDER"}
media="$(cd "$(dirname "$0")" && pwd)/media"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$media"

encode() { # NAME CODEC KBIT_PER_S
  local name=$1 codec=$2 rate=$3 pass
  for pass in 1 2; do
    local options=(-map 0:v:0 -an -r 15 -pix_fmt yuv420p -b:v "${rate}k" -g 30 -bf 0)
    if [ "$codec" = h264 ]; then
      options+=(-c:v libx264 -profile:v main -preset slow -sc_threshold 0 -keyint_min 30
        -maxrate "$((rate * 3))k" -bufsize "$((rate * 6))k" -pass "$pass" -passlogfile "$work/$name")
    else
      local x265="pass=$pass:stats=$work/$name.x265:keyint=30:min-keyint=30:scenecut=0:open-gop=0:bframes=0"
      options+=(-c:v libx265 -preset medium -tag:v hvc1
        -x265-params "$x265:repeat-headers=1:log-level=error:vbv-maxrate=$((rate * 3)):vbv-bufsize=$((rate * 6))")
    fi
    if [ "$pass" = 1 ]; then
      ffmpeg -v error -y -i "$source_folder/$name.mp4" "${options[@]}" -f null /dev/null
    else
      ffmpeg -v error -y -i "$source_folder/$name.mp4" "${options[@]}" -movflags +faststart "$media/$name.mp4"
    fi
  done
  echo "$name: $(stat -c %s "$media/$name.mp4") bytes"
}

encode yard_day.sub h264 140
encode gate_night.sub h264 185
encode street_h265.sub h265 105
encode yard_day.main h264 325
encode gate_night.main h264 370
encode street_h265.main h265 265
du -bc "$media"/*.mp4 | tail -1
