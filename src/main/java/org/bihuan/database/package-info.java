/** The database itself: that what it took stays, whether it is there, and what everybody is told while it is not. Knows nobody of the house. */
package org.bihuan.database;
