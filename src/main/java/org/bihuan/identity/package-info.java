/** The organisation: the engine's users and groups as committees, units, offices, members and leaders. */
package org.bihuan.identity;
