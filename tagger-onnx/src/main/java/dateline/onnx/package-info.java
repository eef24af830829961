/** Names found by a transformer in ONNX form, read from a local folder. */
@NullMarked
package dateline.onnx;

import org.jspecify.annotations.NullMarked;
