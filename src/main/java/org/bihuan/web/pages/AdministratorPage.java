package org.bihuan.web.pages;

/** A page that another package adds for the administrator: the frame around every page links to it. */
public interface AdministratorPage {

	/** For example {@code /clock}. */
	String path();

	/** In Chinese. */
	String title();
}
