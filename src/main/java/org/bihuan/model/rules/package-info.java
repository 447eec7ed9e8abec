/** What an analyst may not do in a diagram, table or form, one concern a class; what belongs to one part of the house stands there. */
package org.bihuan.model.rules;
