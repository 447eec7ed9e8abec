/**
 * The words of the house: each closed vocabulary is one enum of {@link org.bihuan.terms.Term}s, and a word has its code and its Chinese label
 * there and nowhere else. Here stand the words that several packages share; a word that one package owns stands with it. The names
 * that the program shares with the models (variables, tasks, processes, messages, timers, decision tables) are constants here.
 */
package org.bihuan.terms;
