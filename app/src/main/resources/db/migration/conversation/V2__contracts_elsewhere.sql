-- Whose contract a customer comes under is known by the contracts (schema contract), not by the customer: it was never set here.
alter table conversation.customer drop column contract;
