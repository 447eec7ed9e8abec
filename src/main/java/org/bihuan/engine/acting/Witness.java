package org.bihuan.engine.acting;

/** Keeps who somebody is at the moment of an act, in the transaction of the act, so that nothing later changes who it was. */
public interface Witness {

	/** @param account who acts now */
	void of(String account);
}
