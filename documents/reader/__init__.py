"""What stands on an identity card or in a letter? (OCR in a process of its own; optional.)"""

import os

# From 1.29 on onnxruntime reports its use to its maker over the network unless told so before it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
