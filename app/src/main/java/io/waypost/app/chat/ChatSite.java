package io.waypost.app.chat;

import java.util.List;

/**
 * A page or an app on which customers chat (接入站点).
 *
 * @param origins of which pages it may be used; the platform's own pages may use every site
 * @param welcome what the customer reads first
 */
record ChatSite(String key, String name, String unitCode, String unitPath, List<String> origins, String welcome,
        boolean active, int version) {

    ChatSite {
        origins = List.copyOf(origins);
    }
}
