package io.waypost.app.ticket;

import io.waypost.core.ticket.TicketEffect.CustomerNews;
import java.time.Instant;
import java.util.UUID;

/** The customer is to be told something. Published inside the transaction of the step, to be listened to in it. */
record TicketCustomerNews(UUID ticketId, String number, CustomerNews news, Instant at) {}
