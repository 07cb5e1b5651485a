"""Payment providers, banking and shops. Literal tables only."""

LIBRARIES = (
    {
        "name": "stripe",
        "roots": ("stripe",),
        "older": "stripe.Invoice.upcoming",
        "source": "https://github.com/stripe/stripe-python#async",
        "instead": "use the same method with `_async`, such as `await stripe.Customer.create_async(...)`",
        "calls": {
            "sdk": """stripe.*.create stripe.*.retrieve stripe.*.list stripe.*.modify stripe.*.delete stripe.*.search
                stripe.*.cancel stripe.*.confirm stripe.*.capture stripe.*.finalize_invoice stripe.*.pay
                stripe.*.send_invoice stripe.*.void_invoice stripe.*.attach stripe.*.detach stripe.*.expire
                stripe.*.*.create stripe.*.*.retrieve stripe.*.*.list stripe.*.*.modify stripe.*.*.expire
                stripe.Invoice.upcoming stripe.Invoice.create_preview stripe.Invoice.mark_uncollectible
                stripe.Invoice.list_lines stripe.Invoice.add_lines stripe.Account.create_login_link
                stripe.Account.create_external_account stripe.Account.list_external_accounts
                stripe.Account.create_person stripe.Account.list_persons stripe.Account.reject
                stripe.Customer.create_source stripe.Customer.delete_source stripe.Customer.list_sources
                stripe.Customer.list_payment_methods stripe.Customer.retrieve_payment_method
                stripe.Customer.create_tax_id stripe.Customer.delete_tax_id stripe.Customer.list_tax_ids
                stripe.Customer.create_balance_transaction stripe.Customer.list_balance_transactions
                stripe.Customer.delete_discount stripe.Subscription.delete_discount stripe.Subscription.resume
                stripe.Subscription.migrate stripe.SubscriptionSchedule.release stripe.Dispute.close
                stripe.CreditNote.preview stripe.CreditNote.void_credit_note stripe.Payout.reverse
                stripe.PaymentIntent.apply_customer_balance stripe.PaymentIntent.increment_authorization
                stripe.PaymentIntent.verify_microdeposits stripe.SetupIntent.verify_microdeposits
                stripe.PaymentLink.list_line_items stripe.PaymentMethodDomain.validate stripe.Quote.accept
                stripe.Quote.finalize_quote stripe.Quote.pdf stripe.Transfer.create_reversal
                stripe.Product.create_feature stripe.Charge.list_refunds stripe.OAuth.token
                stripe.OAuth.deauthorize stripe.checkout.Session.list_line_items""",
        },
        "pure": """stripe.Webhook.construct_event stripe.WebhookSignature.verify_header stripe.OAuth.authorize_url
            stripe.Event.construct_from""",
        "returns": {
            "stripe.*.create": "stripe.APIResource.create()",
            "stripe.*.retrieve": "stripe.APIResource.create()",
            "stripe.*.modify": "stripe.APIResource.create()",
            "stripe.*.list": "stripe.ListObject",
            "stripe.*.search": "stripe.SearchResultObject",
            "stripe.*.*.create": "stripe.APIResource.create()",
            "stripe.*.*.retrieve": "stripe.APIResource.create()",
            "stripe.*.*.list": "stripe.ListObject",
        },
        "coroutines": """stripe.Customer.create_async stripe.Customer.retrieve_async stripe.Customer.modify_async
            stripe.Customer.list_async stripe.PaymentIntent.create_async stripe.PaymentIntent.retrieve_async
            stripe.PaymentIntent.modify_async stripe.PaymentIntent.confirm_async stripe.PaymentIntent.capture_async
            stripe.PaymentIntent.cancel_async stripe.Subscription.create_async stripe.Subscription.retrieve_async
            stripe.Subscription.modify_async stripe.Subscription.cancel_async stripe.SetupIntent.create_async
            stripe.SetupIntent.retrieve_async stripe.Refund.create_async stripe.Invoice.retrieve_async
            stripe.Invoice.list_async stripe.Price.retrieve_async stripe.Price.list_async stripe.Product.list_async
            stripe.Product.retrieve_async stripe.checkout.Session.create_async
            stripe.checkout.Session.retrieve_async stripe.billing_portal.Session.create_async
            stripe.*.*_async stripe.*.*.*_async""",
        "classes": {
            "stripe.APIResource.create()": {
                "methods": {
                    "sdk": """refresh save delete cancel confirm capture pay finalize_invoice send_invoice void_invoice
                        mark_uncollectible attach detach resume release refund reverse accept close
                        apply_customer_balance increment_authorization list_line_items list_lines""",
                },
                "coroutines": """refresh_async save_async delete_async cancel_async confirm_async capture_async
                    pay_async finalize_invoice_async send_invoice_async void_invoice_async attach_async
                    detach_async resume_async""",
            },
            "stripe.StripeClient": {
                "methods": {
                    "sdk": """*.create *.retrieve *.list *.update *.delete *.search *.cancel *.confirm *.capture
                        *.*.create *.*.retrieve *.*.list *.*.update *.*.delete *.*.expire *.*.search *.*.cancel
                        *.*.confirm *.*.*.create *.*.*.retrieve *.*.*.list raw_request""",
                },
                "coroutines": "raw_request_async *.*_async *.*.*_async *.*.*.*_async",
                "pure": "construct_event parse_event_notification deserialize",
                "returns": {
                    "customers.list": "stripe.ListObject",
                    "subscriptions.list": "stripe.ListObject",
                    "invoices.list": "stripe.ListObject",
                    "payment_intents.list": "stripe.ListObject",
                    "prices.list": "stripe.ListObject",
                    "products.list": "stripe.ListObject",
                    "v1.customers.list": "stripe.ListObject",
                    "v1.subscriptions.list": "stripe.ListObject",
                    "v1.invoices.list": "stripe.ListObject",
                    "v1.payment_intents.list": "stripe.ListObject",
                    "v1.prices.list": "stripe.ListObject",
                    "v1.products.list": "stripe.ListObject",
                },
            },
            "stripe.ListObject": {
                "methods": {"sdk": "next_page previous_page"},
                "coroutines": "next_page_async previous_page_async",
                "returns": {"auto_paging_iter": "stripe.ListObject.auto_paging_iter()"},
            },
            "stripe.SearchResultObject": {
                "methods": {"sdk": "next_search_result_page"},
                "coroutines": "next_search_result_page_async",
                "returns": {"auto_paging_iter": "stripe.ListObject.auto_paging_iter()"},
            },
            "stripe.ListObject.auto_paging_iter()": {"iter": {"effect": "sdk"}},
        },
    },
    {
        "name": "braintree",
        "roots": ("braintree",),
        "source": "https://developer.paypal.com/braintree/docs/start/hello-server/python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """braintree.Transaction.sale braintree.Transaction.find braintree.Transaction.refund
                braintree.Transaction.void braintree.Transaction.search braintree.Transaction.submit_for_settlement
                braintree.Customer.create braintree.Customer.find braintree.Customer.update braintree.Customer.delete
                braintree.ClientToken.generate braintree.PaymentMethod.create braintree.PaymentMethod.find
                braintree.PaymentMethod.delete braintree.PaymentMethod.update braintree.Subscription.create
                braintree.Subscription.find braintree.Subscription.cancel braintree.Subscription.update
                braintree.CreditCard.create braintree.CreditCard.find braintree.CreditCard.update
                braintree.CreditCard.delete braintree.Address.create braintree.Address.find
                braintree.Address.update braintree.Address.delete braintree.Customer.search
                braintree.Subscription.search braintree.PaymentMethodNonce.create
                braintree.PaymentMethodNonce.find braintree.Plan.all""",
        },
        "pure": "braintree.WebhookNotification.parse braintree.WebhookNotification.verify",
        "classes": {
            "braintree.BraintreeGateway": {
                "methods": {
                    "sdk": """transaction.sale transaction.find transaction.refund transaction.void transaction.search
                        transaction.submit_for_settlement customer.create customer.find customer.update
                        customer.delete client_token.generate payment_method.create payment_method.find
                        payment_method.update payment_method.delete subscription.create subscription.find
                        subscription.cancel subscription.update subscription.search customer.search
                        address.create address.find address.update address.delete credit_card.create
                        credit_card.find credit_card.update credit_card.delete payment_method_nonce.create
                        payment_method_nonce.find transaction.credit transaction.clone_transaction
                        transaction.submit_for_partial_settlement dispute.find dispute.accept plan.all""",
                },
            },
        },
    },
    {
        "name": "paypalrestsdk",
        "roots": ("paypalrestsdk",),
        "source": "https://github.com/paypal/PayPal-Python-SDK",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "paypalrestsdk.Payment": {
                "methods": {"sdk": "create execute find all"},
                "returns": {"find": "paypalrestsdk.Payment"},
            },
            "paypalrestsdk.Sale": {
                "methods": {"sdk": "find refund"},
                "returns": {"find": "paypalrestsdk.Sale"},
            },
            "paypalrestsdk.BillingPlan": {"methods": {"sdk": "create activate find all"}},
            "paypalrestsdk.BillingAgreement": {"methods": {"sdk": "create execute find cancel suspend"}},
            "paypalrestsdk.WebProfile": {"methods": {"sdk": "create update delete find all"}},
            "paypalrestsdk.Webhook": {"methods": {"sdk": "create delete find all replace get_event_types"}},
            "paypalrestsdk.Invoice": {
                "methods": {"sdk": "create update delete find all send cancel remind record_payment"},
                "returns": {"find": "paypalrestsdk.Invoice"},
            },
            "paypalrestsdk.Order": {"methods": {"sdk": "find capture authorize void"}},
            "paypalrestsdk.Payout": {"methods": {"sdk": "create find"}},
            "paypalrestsdk.WebhookEvent": {"methods": {"sdk": "verify find all"}},
        },
    },
    {
        "name": "squareup",
        "roots": ("square",),
        "source": "https://github.com/square/square-python-sdk",
        "instead": "use `square.AsyncSquare`",
        "classes": {
            "square.Square": {
                "methods": {
                    "sdk": """payments.create payments.get payments.list payments.cancel payments.complete
                        orders.create orders.get orders.search orders.update customers.create customers.get
                        customers.list customers.search customers.update customers.delete refunds.refund_payment
                        refunds.get cards.create cards.list catalog.list catalog.search locations.list locations.get
                        invoices.create invoices.publish invoices.get checkout.payment_links.create
                        checkout.payment_links.get checkout.payment_links.update checkout.payment_links.delete
                        checkout.payment_links.list orders.pay orders.batch_get cards.disable subscriptions.create
                        subscriptions.get subscriptions.cancel subscriptions.search catalog.object.get
                        catalog.object.upsert catalog.object.delete catalog.batch_upsert gift_cards.create
                        gift_cards.get gift_cards.list""",
                },
            },
            "square.AsyncSquare": {
                "async": True,
                "coroutines": """payments.create payments.get payments.cancel payments.complete orders.create
                    orders.get orders.search customers.create customers.get customers.search customers.update
                    refunds.refund_payment cards.create locations.list""",
            },
        },
        "aliases": {
            "square.client.Square": "square.Square",
            "square.client.AsyncSquare": "square.AsyncSquare",
        },
        "since": "42.0",
    },
    {
        "name": "razorpay",
        "roots": ("razorpay",),
        "source": "https://github.com/razorpay/razorpay-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "razorpay.Client": {
                "methods": {
                    "sdk": """order.create order.fetch order.all order.payments payment.fetch payment.all
                        payment.capture payment.refund refund.create refund.fetch customer.create customer.fetch
                        customer.edit subscription.create subscription.fetch subscription.cancel plan.create
                        plan.fetch invoice.create invoice.fetch payment_link.create payment_link.fetch
                        payment.transfer payment.edit order.edit subscription.all subscription.edit invoice.all
                        invoice.issue invoice.cancel payment_link.all payment_link.cancel virtual_account.create
                        virtual_account.fetch virtual_account.close fund_account.create addon.create addon.delete
                        settlement.all token.fetch token.delete webhook.create webhook.all
                        qrcode.create transfer.create transfer.fetch transfer.reverse""",
                },
                "pure": """set_app_details utility.verify_payment_signature utility.verify_webhook_signature
                    utility.verify_subscription_payment_signature""",
            },
        },
        "aliases": {"razorpay.client.Client": "razorpay.Client"},
        "dynamic": True,
    },
    {
        "name": "yookassa",
        "roots": ("yookassa",),
        "source": "https://github.com/yoomoney/yookassa-sdk-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """yookassa.Payment.create yookassa.Payment.find_one yookassa.Payment.capture
                yookassa.Payment.cancel yookassa.Payment.list yookassa.Refund.create yookassa.Refund.find_one
                yookassa.Refund.list yookassa.Receipt.create yookassa.Receipt.find_one yookassa.Receipt.list
                yookassa.Invoice.create yookassa.Invoice.find_one yookassa.Deal.create yookassa.Deal.find_one
                yookassa.Deal.list yookassa.Payout.create yookassa.Payout.find_one yookassa.Payout.list
                yookassa.Webhook.list yookassa.Webhook.add yookassa.Webhook.remove
                yookassa.Settings.get_account_settings yookassa.SbpBanks.list yookassa.PersonalData.create
                yookassa.PersonalData.find_one yookassa.SelfEmployed.create yookassa.SelfEmployed.find_one""",
        },
    },
    {
        "name": "mollie-api-python",
        "roots": ("mollie",),
        "source": "https://github.com/mollie/mollie-api-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mollie.api.client.Client": {
                "methods": {
                    "sdk": """payments.create payments.get payments.list customers.create customers.get customers.list
                        customers.update customers.delete payment_links.create payment_links.get refunds.list
                        payments.update payments.delete subscriptions.list invoices.list invoices.get profiles.get
                        profiles.list settlements.list settlements.get methods.list methods.get
                        organizations.get perform_http_call""",
                },
                "pure": "set_api_key set_access_token set_timeout",
            },
        },
    },
    {
        "name": "Adyen",
        "roots": ("Adyen",),
        "source": "https://github.com/Adyen/adyen-python-api-library",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "Adyen.Adyen": {
                "methods": {
                    "sdk": """checkout.payments_api.* checkout.modifications_api.* checkout.payment_links_api.*
                        checkout.orders_api.* checkout.recurring_api.* recurring.* payout.*.* payment.*.*
                        management.*.*""",
                },
            },
        },
    },
    {
        "name": "paddle-python-sdk",
        "roots": ("paddle_billing",),
        "source": "https://github.com/PaddleHQ/paddle-python-sdk",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "paddle_billing.Client": {
                "methods": {
                    "sdk": """transactions.create transactions.get transactions.list transactions.update
                        subscriptions.get subscriptions.list subscriptions.update subscriptions.cancel
                        customers.create customers.get customers.list customers.update prices.list prices.get
                        products.list products.get products.create prices.create""",
                },
            },
        },
    },
    {
        "name": "plaid-python",
        "roots": ("plaid",),
        "source": "https://github.com/plaid/plaid-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "plaid.api.plaid_api.PlaidApi": {
                "methods": {
                    "sdk": """link_token_create item_public_token_exchange accounts_get accounts_balance_get auth_get
                        transactions_get transactions_sync item_get item_remove institutions_get identity_get""",
                },
            },
        },
    },
    {
        "name": "ShopifyAPI",
        "roots": ("shopify",),
        "source": "https://github.com/Shopify/shopify_python_api",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "shopify.GraphQL": {"methods": {"sdk": "execute"}},
            "shopify.Session": {
                "methods": {"http": "request_token"},
                "pure": "create_permission_url validate_params validate_hmac setup",
            },
            "shopify.ShopifyResource": {
                "methods": {
                    "sdk": """find find_first find_one create save reload destroy delete exists get post put head"""
                },
                "pure": "activate_session clear_session to_dict to_json is_new is_valid",
                "returns": {"create": "shopify.ShopifyResource", "find_first": "shopify.ShopifyResource"},
            },
            "shopify.Product": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "count"}},
            "shopify.Variant": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "count"}},
            "shopify.Order": {
                "bases": ("shopify.ShopifyResource",),
                "methods": {"sdk": "count cancel close open capture"},
            },
            "shopify.Customer": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "count search send_invite"}},
            "shopify.Shop": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "current"}},
            "shopify.Webhook": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "count"}},
            "shopify.Fulfillment": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "cancel complete"}},
            "shopify.Metafield": {"bases": ("shopify.ShopifyResource",)},
            "shopify.DraftOrder": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "complete send_invoice"}},
            "shopify.Image": {"bases": ("shopify.ShopifyResource",)},
            "shopify.InventoryItem": {"bases": ("shopify.ShopifyResource",)},
            "shopify.InventoryLevel": {"bases": ("shopify.ShopifyResource",), "methods": {"sdk": "adjust connect set"}},
            "shopify.Location": {"bases": ("shopify.ShopifyResource",)},
            "shopify.PriceRule": {"bases": ("shopify.ShopifyResource",)},
            "shopify.DiscountCode": {"bases": ("shopify.ShopifyResource",)},
            "shopify.ScriptTag": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Refund": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Transaction": {"bases": ("shopify.ShopifyResource",)},
            "shopify.CustomCollection": {"bases": ("shopify.ShopifyResource",)},
            "shopify.SmartCollection": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Collect": {"bases": ("shopify.ShopifyResource",)},
            "shopify.RecurringApplicationCharge": {"bases": ("shopify.ShopifyResource",)},
            "shopify.ApplicationCharge": {"bases": ("shopify.ShopifyResource",)},
            "shopify.UsageCharge": {"bases": ("shopify.ShopifyResource",)},
            "shopify.GiftCard": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Page": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Blog": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Article": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Redirect": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Theme": {"bases": ("shopify.ShopifyResource",)},
            "shopify.Asset": {"bases": ("shopify.ShopifyResource",)},
            "shopify.CarrierService": {"bases": ("shopify.ShopifyResource",)},
        },
    },
    {
        "name": "coinbase-commerce",
        "roots": ("coinbase_commerce",),
        "source": "https://github.com/coinbase/coinbase-commerce-python",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "dynamic": True,
        "classes": {
            "coinbase_commerce.client.Client": {
                "methods": {
                    "sdk": """charge.create charge.retrieve charge.list checkout.create checkout.retrieve
                        event.list"""
                },
            },
        },
    },
    {
        "name": "web3",
        "roots": ("web3",),
        "source": "https://web3py.readthedocs.io/en/stable/providers.html#asynchttpprovider",
        "instead": "use `web3.AsyncWeb3`",
        "classes": {
            "web3.Web3": {
                "methods": {"http": "is_connected"},
                "attributes": {"eth": "web3.eth.Eth", "net": "web3.net.Net"},
                "pure": "from_wei to_wei keccak to_hex is_address to_checksum_address",
            },
            "web3.eth.Eth": {
                "methods": {
                    "http": """get_balance get_block get_transaction get_transaction_receipt get_transaction_count
                        get_code get_logs send_transaction send_raw_transaction wait_for_transaction_receipt call
                        estimate_gas get_block_number fee_history""",
                },
                "reads": {"http": "block_number gas_price chain_id accounts max_priority_fee"},
                "returns": {"contract": "web3.contract.contract.Contract"},
            },
            "web3.net.Net": {"reads": {"http": "peer_count listening version"}},
            "web3.contract.contract.Contract": {
                "attributes": {
                    "functions": "web3.contract.contract.ContractFunctions",
                    "events": "web3.contract.contract.ContractEvents",
                    "caller": "web3.contract.contract.ContractCaller",
                },
            },
            "web3.contract.contract.ContractFunctions": {
                "returns": {"*": "web3.contract.contract.ContractFunction"},
            },
            "web3.contract.contract.ContractCaller": {"methods": {"http": "*"}},
            "web3.contract.contract.ContractEvents": {"returns": {"*": "web3.contract.contract.ContractEvent"}},
            "web3.contract.contract.ContractFunction": {
                "methods": {"http": "call transact estimate_gas build_transaction"}
            },
            "web3.contract.contract.ContractEvent": {"methods": {"http": "get_logs create_filter"}},
            "web3.AsyncWeb3": {
                "async": True,
                "coroutines": """is_connected eth.get_balance eth.get_block eth.get_transaction
                    eth.get_transaction_receipt eth.get_transaction_count eth.get_logs eth.send_transaction
                    eth.send_raw_transaction eth.wait_for_transaction_receipt eth.call eth.estimate_gas""",
            },
        },
        "aliases": {"web3.main.Web3": "web3.Web3", "web3.main.AsyncWeb3": "web3.AsyncWeb3"},
    },
    {
        "name": "ccxt",
        "roots": ("ccxt",),
        "source": "https://docs.ccxt.com/#/?id=async-support",
        "instead": "use `ccxt.async_support`",
        "classes": {
            "ccxt.Exchange": {
                "methods": {
                    "http": """load_markets fetch_ticker fetch_tickers fetch_order_book fetch_ohlcv fetch_trades
                        fetch_balance fetch_order fetch_orders fetch_open_orders fetch_closed_orders fetch_my_trades
                        create_order cancel_order fetch_markets fetch_currencies fetch_positions withdraw
                        fetch_deposits fetch_status create_limit_buy_order create_limit_sell_order
                        create_market_buy_order create_market_sell_order cancel_all_orders edit_order
                        fetch_withdrawals fetch_time fetch_funding_rate transfer""",
                },
            },
            "ccxt.binance": {"bases": ("ccxt.Exchange",)},
            "ccxt.bybit": {"bases": ("ccxt.Exchange",)},
            "ccxt.coinbase": {"bases": ("ccxt.Exchange",)},
            "ccxt.kraken": {"bases": ("ccxt.Exchange",)},
            "ccxt.kucoin": {"bases": ("ccxt.Exchange",)},
            "ccxt.okx": {"bases": ("ccxt.Exchange",)},
            "ccxt.async_support.Exchange": {
                "async": True,
                "coroutines": """load_markets fetch_ticker fetch_tickers fetch_order_book fetch_ohlcv fetch_trades
                    fetch_balance fetch_order fetch_orders fetch_open_orders create_order cancel_order close""",
            },
            "ccxt.async_support.binance": {"bases": ("ccxt.async_support.Exchange",), "async": True},
            "ccxt.async_support.bybit": {"bases": ("ccxt.async_support.Exchange",), "async": True},
            "ccxt.async_support.kraken": {"bases": ("ccxt.async_support.Exchange",), "async": True},
        },
        "aliases": {"ccxt.base.exchange.Exchange": "ccxt.Exchange"},
    },
    {
        "name": "yfinance",
        "roots": ("yfinance",),
        "source": "https://ranaroussi.github.io/yfinance/reference/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "yfinance.download"},
        "classes": {
            "yfinance.Ticker": {
                "methods": {
                    "http": """history option_chain get_info get_news get_financials get_dividends
                        get_splits get_recommendations"""
                },
                "reads": {
                    "http": """info news financials balance_sheet cashflow dividends splits actions options
                        fast_info recommendations"""
                },
            },
        },
        "aliases": {"yfinance.ticker.Ticker": "yfinance.Ticker"},
    },
)
