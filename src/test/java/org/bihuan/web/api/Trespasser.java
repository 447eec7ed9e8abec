package org.bihuan.web.api;

import org.bihuan.web.pages.AdministratorPage;

/** Breaks the rule that the API knows no page, to show that it notices. */
public class Trespasser {

	AdministratorPage page;
}
