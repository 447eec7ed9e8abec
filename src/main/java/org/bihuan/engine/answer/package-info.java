/** What a step needs of the engine: what its form shows, the answer that a person gives, and its check against the form. */
package org.bihuan.engine.answer;
