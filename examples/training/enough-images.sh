#!/bin/sh
# Looks whether there are enough images to train with. What it writes into output/failure is the reason that SageMaker tells.
images=$(wc -l < "${SM_CHANNEL_TRAIN:-/opt/ml/input/data/train}/train.lst")
echo "There are $images images, and $1 are wanted"
if [ "$images" -lt "$1" ]; then
    echo "There are $images images to train with, but $1 are wanted" > "${SM_OUTPUT_DIR:-/opt/ml/output}/failure"
    exit 3
fi
