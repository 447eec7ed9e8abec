/** What an analyst edits, as one whole: the models, tables, forms and templates of a set, and whether they are sound. Knows no running engine. */
package org.bihuan.model;
