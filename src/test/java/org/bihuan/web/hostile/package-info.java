/** Requests as nobody should send them: every endpoint that exists, found by reflection, asked with what it does not expect. */
package org.bihuan.web.hostile;
