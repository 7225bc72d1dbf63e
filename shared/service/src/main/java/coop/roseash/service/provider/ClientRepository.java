package coop.roseash.service.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import coop.roseash.model.provider.ClientEntity;

@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientEntity, String> {}
