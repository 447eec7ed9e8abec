/** 对账: whether the ledger and the engine say the same of every case. Knows every step's cases and no step. */
package org.bihuan.reconciliation;
