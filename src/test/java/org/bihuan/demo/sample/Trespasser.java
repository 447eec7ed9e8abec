package org.bihuan.demo.sample;

import org.springframework.stereotype.Component;

/** A bean of the sample that production is not kept from, to show that the rule notices; abstract, so that no application makes it. */
@Component
public abstract class Trespasser {
}
