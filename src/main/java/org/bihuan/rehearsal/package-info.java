/**
 * 演练: a set of models is tried before it counts. A process of its own, with a database in memory and a clock of its own, walks through every way
 * that the set offers; what it finds is compared with the set in force and told in Chinese. Nothing of it touches the ledger.
 */
package org.bihuan.rehearsal;
