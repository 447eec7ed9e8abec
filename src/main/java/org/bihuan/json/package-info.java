/** JSON, for everybody: knows nothing else of the house. */
package org.bihuan.json;
