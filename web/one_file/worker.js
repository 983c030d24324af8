// The worker of the one file.
function begin(text) {
  worker.default({ module_or_path: unpacking(unpack, SIZES, text)("worker_bg.wasm") });
}
