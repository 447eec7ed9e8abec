/** The cycle as a whole: an outcome is registered, its assignments are handed out one by one, and it closes when all have ended. */
package org.bihuan.cycle;
