/** What no edit may take out of the diagrams: the rule's own sentences, found by what stands behind a node and by the ways between, not by ids. */
package org.bihuan.model.laws;
