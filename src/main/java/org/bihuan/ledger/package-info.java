/** The ledger (台账): outcomes, their assignments, documents, notices and the append-only trail, kept in the engine's own transaction. */
package org.bihuan.ledger;
