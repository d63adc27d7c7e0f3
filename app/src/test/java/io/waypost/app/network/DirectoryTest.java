package io.waypost.app.network;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T4 N2 whoever answers a ticket can name any hub or outlet, and learns no more of it than its name")
class DirectoryTest {

    private final MockMvc mvc;
    private final Organisation organisation;

    DirectoryTest(MockMvc mvc, Organisation organisation) {
        this.mvc = mvc;
        this.organisation = organisation;
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OUTLET_CLERK", "COURIER"})
    void aForeignOutletIsFoundByItsCodeWithoutMoreThanItsName(Role role) throws Exception {
        of(role).get("/api/v1/network/directory?q=o110101").andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value(Organisation.DONGCHENG))
                .andExpect(jsonPath("$[0].kind").value("OUTLET"))
                .andExpect(jsonPath("$[0].province").value("北京市"))
                .andExpect(jsonPath("$[0]", aMapWithSize(5)));
        of(role).get("/api/v1/network/units/" + Organisation.DONGCHENG).andExpect(status().is4xxClientError());
    }

    @Test
    void aPlaceIsFoundByAPartOfItsNameAndAnExactCodeComesFirst() throws Exception {
        var clerk = of(Role.OUTLET_CLERK);
        clerk.get("/api/v1/network/directory?q=中心C1101").andExpect(jsonPath("$.length()").value(0));
        clerk.get("/api/v1/network/directory?q=转运中心1101").andExpect(jsonPath("$[0].code").value("H1101"));
        clerk.get("/api/v1/network/directory?q=H1101").andExpect(jsonPath("$[0].code").value("H1101"));
    }

    @Test
    void onlyPlacesWhereParcelsCanBeAreNamedAndNeverMany() throws Exception {
        var clerk = of(Role.OUTLET_CLERK);
        clerk.get("/api/v1/network/directory?q=公司").andExpect(jsonPath("$.length()").value(0));
        clerk.get("/api/v1/network/directory?q=网点").andExpect(jsonPath("$.length()", lessThanOrEqualTo(20)))
                .andExpect(jsonPath("$[*].kind", not(hasItem("CITY"))));
        clerk.get("/api/v1/network/directory?q=O").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("q"));
    }

    @Test
    void whoDoesNotAnswerTicketsDoesNotAsk() throws Exception {
        of(Role.AGENT).get("/api/v1/network/directory?q=H1101").andExpect(status().isForbidden());
    }

    private Browser of(Role role) {
        return Browser.of(mvc, organisation.person(role, Organisation.TIANHE));
    }
}
