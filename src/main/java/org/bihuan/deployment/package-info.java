/** 部署: which set of models is in force; a set comes into force as a whole, in the engine and in the ledger at once, or not at all. Knows no step. */
package org.bihuan.deployment;
