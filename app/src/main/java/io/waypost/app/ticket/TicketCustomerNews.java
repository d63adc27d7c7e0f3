package io.waypost.app.ticket;

import io.waypost.core.ticket.TicketEffect.CustomerNews;
import java.time.Instant;

/** The customer is to be told something about the ticket as it stands now. Published inside the transaction of the step. */
record TicketCustomerNews(KeptTicket kept, CustomerNews news, Instant at) {}
