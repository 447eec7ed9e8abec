/** Steps that only a diagram and a form say: what an analyst adds is asked, checked, kept and shown like every other step, without Java. */
package org.bihuan.drawn;
