/** 案卷: what a case shows to whoever decides on it, said once for the forms of every step. Knows the ledger and no step. */
package org.bihuan.dossier;
