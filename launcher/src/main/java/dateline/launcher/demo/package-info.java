/** Invented wires, played as agencies would file them: what the demo shows. */
@NullMarked
package dateline.launcher.demo;

import org.jspecify.annotations.NullMarked;
