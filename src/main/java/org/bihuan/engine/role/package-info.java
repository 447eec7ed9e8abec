/** Which element of the deployed diagrams has which role: the one place that turns what the program calls a step into ids of elements, and back. */
package org.bihuan.engine.role;
