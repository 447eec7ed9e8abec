package org.bihuan.web.security;

/** Breaks the rule that the security knows neither the pages nor the API, to show that it notices. */
class Trespasser {

	org.bihuan.web.api.Trespasser api;
}
