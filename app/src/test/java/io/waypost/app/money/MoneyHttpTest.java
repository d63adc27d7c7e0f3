package io.waypost.app.money;

import static io.waypost.app.testing.Until.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.identity.Role;
import io.waypost.core.ledger.Booking;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("L5 finance sees payouts and books, masked and page by page")
class MoneyHttpTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Books books;
    private final Payouts payouts;

    MoneyHttpTest(MockMvc mvc, Organisation organisation, Books books, Payouts payouts) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.books = books;
        this.payouts = payouts;
    }

    private Browser headquarters() {
        return Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    private UUID order(String claim, long fen) {
        return books.in(() -> payouts.order(new PayoutOrder("claim/" + claim, fen, claim,
                new Payee(Payee.Way.ALIPAY, "zhangxiaoming@example.com", "张小明"), "理赔款",
                organisation.path(Organisation.TIANHE))));
    }

    @Test
    void aPayoutIsSeenMasked() throws Exception {
        var claim = books.accepted(700);
        var id = order(claim, 700);
        var officer = Browser.of(mvc, organisation.person(Role.CLAIMS_OFFICER, Organisation.SOUTH));
        officer.get("/api/v1/payouts/" + id).andExpect(status().isOk())
                .andExpect(jsonPath("$.payout.fen").value(700))
                .andExpect(jsonPath("$.payout.payeeName").value("张**"))
                .andExpect(jsonPath("$.payout.payeeAccount").value("z***@example.com"))
                .andExpect(jsonPath("$.events[0].event").value("Ordered"))
                .andExpect(content().string(not(containsString("xiaoming"))));
        officer.get("/api/v1/payouts?claim=" + claim).andExpect(jsonPath("$.items", hasSize(1)));
        Browser.of(mvc, organisation.person(Role.CLAIMS_OFFICER, Organisation.NORTH))
                .get("/api/v1/payouts?claim=" + claim).andExpect(jsonPath("$.items", hasSize(0)));
        officer.get("/api/v1/payouts?state=NONE").andExpect(status().isBadRequest());
        officer.get("/api/v1/payouts?cursor=x").andExpect(status().isUnprocessableContent());
    }

    @Test
    void thePlatformItselfCarriesPayoutsOut() throws Exception {
        var claim = books.accepted(700);
        var id = order(claim, 700);
        until(() -> books.in(() -> payouts.progress("claim/" + claim)).orElseThrow()
                .stage() == PayoutProgress.PayoutStage.UNDER_WAY
                && books.balance(Books.claim(claim)) == 0);
        headquarters().get("/api/v1/payouts/" + id).andExpect(jsonPath("$.payout.gateway").value("bank-file"))
                .andExpect(jsonPath("$.payout.state").value("TAKEN"));
    }

    @Test
    void theLinesOfAnAccountComePageByPage() throws Exception {
        var unit = Books.fresh("U");
        for (int i = 1; i <= 7; i++) {
            books.book(Booking.move(Books.fresh("r"), "第 " + i, Books.EXPENSE, Books.unit(unit), i));
        }
        var browser = headquarters();
        var path = "/api/v1/ledger/accounts/UNIT_RECEIVABLE/%s?limit=3".formatted(unit);
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = browser.get(cursor == null ? path : path + "&cursor=" + cursor).andExpect(status().isOk())
                    .andExpect(jsonPath("$.account.fen").value(28)).andReturn().getResponse().getContentAsString();
            List<Integer> fen = JsonPath.read(page, "$.postings.items[*].fen");
            seen.addAll(fen);
            cursor = JsonPath.read(page, "$.postings.nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
        browser.get("/api/v1/ledger/accounts?kind=UNIT_RECEIVABLE&limit=1").andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].chinese").value("网点应收款"));
        browser.get("/api/v1/ledger/accounts/BANK/-").andExpect(status().isOk());
        browser.get("/api/v1/ledger/accounts/BANK/x").andExpect(status().isUnprocessableContent());
        browser.get("/api/v1/ledger/accounts/UNIT_RECEIVABLE/-").andExpect(status().isUnprocessableContent());
        browser.get("/api/v1/ledger/accounts/UNIT_RECEIVABLE/nobody-here").andExpect(status().isNotFound());
        browser.get(path + "&cursor=eA").andExpect(status().isUnprocessableContent());
    }

    @Test
    void theLedgerIsHeldAgainstItself() throws Exception {
        headquarters().get("/api/v1/ledger/check").andExpect(status().isOk())
                .andExpect(jsonPath("$.fen").value(0)).andExpect(jsonPath("$.unbalanced", hasSize(0)))
                .andExpect(jsonPath("$.overpaid", hasSize(0)));
        Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH)).get("/api/v1/ledger/check")
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("HEADQUARTERS_ONLY"));
    }

    @Test
    void noticesThatNobodySignedAreRefused() throws Exception {
        Browser.of(mvc).post("/api/v1/payout-notices/pay", "{\"notice_no\":\"1\"}").andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("BAD_SIGNATURE"));
    }
}
