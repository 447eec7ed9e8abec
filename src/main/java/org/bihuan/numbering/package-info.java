/** Official numbers (文号): per kind and year, gap-free. */
package org.bihuan.numbering;
